// Runs in the head, before anything is painted, and all words wait for it: scheme.js does the rest.
try {
  document.documentElement.dataset.scheme = localStorage.getItem("broadsheet-scheme") ?? "system";
} catch {
  // A storage that is closed to us remembers nothing: the colours stay as they are.
}
