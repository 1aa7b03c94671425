// Runs in the head, before anything is painted: the colours are those that the reader has chosen. scheme.js lets them.
(() => {
  const follow = () => {
    try {
      document.documentElement.dataset.scheme = localStorage.getItem("broadsheet-scheme") ?? "system";
    } catch {
      // A storage that is closed to us remembers nothing: the colours stay as they are.
    }
  };
  // They may choose in another tab, also while this page waits for their way back.
  for (const event of ["storage", "pageshow"]) addEventListener(event, follow);
  follow();
})();
