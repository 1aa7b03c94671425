// Runs in the head, before anything is painted, and all words wait for it: scheme.js and arrive.js do the rest.
{
  const { dataset } = document.documentElement;
  // Who comes to a place, or back to one, has to find it where it was.
  const [{ type, name }] = performance.getEntriesByType("navigation");
  if (type === "navigate" && !name.includes("#")) dataset.arriving = "";
  try {
    dataset.scheme = localStorage.getItem("broadsheet-scheme") ?? "system";
  } catch {
    // A storage that is closed to us remembers nothing: the colours stay as they are.
  }
}
