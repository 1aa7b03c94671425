// The button that opens the search, and `/`, which does the same. All else comes with the index when it is asked for,
// as one script: a plain folder gives neither modules nor data.
(() => {
  const { dataset } = document.currentScript;
  const button = document.createElement("button");
  button.className = "controls__search";
  button.type = "button";
  button.textContent = dataset.search;
  button.ariaKeyShortcuts = "/";

  const load = () => {
    const script = document.createElement("script");
    script.src = dataset.index;
    // Asked for once, until it is there or lost. Then it is the script that says what the button does.
    button.onclick = null;
    script.onerror = () => {
      button.onclick = load;
      alert(dataset.lost);
    };
    document.head.append(script);
  };
  const wait = () => {
    button.onclick = load;
  };
  document.addEventListener("preview:updated", wait);
  wait();

  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    button.click();
  });
  document.querySelector(".controls").prepend(button);
})();
