// Links to paragraphs, by their words. They are made where the pointer rests or words are selected, and everywhere by a
// button below the text; what makes them comes when it is asked for like that.
(() => {
  const item = document.querySelector("[data-places]");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = item.dataset.button;
  button.ariaPressed = false;

  let script;
  const load = (onload) => {
    if (!script) {
      script = document.createElement("script");
      script.src = item.dataset.places;
      // Lost on the way, it may be asked for again.
      script.onerror = () => {
        script = undefined;
      };
      document.head.append(script);
    }
    script.onload ??= onload;
  };
  // What has come takes the place of these.
  button.onclick = () => load(() => button.click());
  let timer;
  document.querySelector("main").onmousemove = document.onselectionchange = () => {
    clearTimeout(timer);
    timer = setTimeout(load, 400);
  };
  item.append(button);
  // A browser that knows no such addresses takes all of it for an id.
  const [id, words] = location.hash.split(":~:");
  if (words) location.replace(id);
})();
