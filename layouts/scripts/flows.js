// Plays flows step by step. The controls are made here, so that without a script there is nothing dead.
(() => {
  const moves = matchMedia("(prefers-reduced-motion: no-preference)");
  const create = (name, className) => {
    const made = document.createElement(name);
    made.className = className;
    return made;
  };

  const setUp = (flow) => {
    const reading = flow.querySelector(".flow__reading");
    // The preview exchanges parts of the page while it is open.
    if (reading.children[1]) return;
    const drawings = [...flow.querySelectorAll(".flow__drawing")];
    // They came after the words. What stands in its place can be stepped through, and searched by the browser.
    for (const use of flow.querySelectorAll(".flow__drawing use")) {
      use.replaceWith(document.getElementById(use.href.baseVal.slice(1)));
    }
    const items = [...flow.querySelectorAll(".flow__item")];
    const controls = create("div", "flow__controls");
    const now = create("p", "flow__now");
    now.ariaLive = "polite";
    // The place after the last step is the whole flow, as it stood before.
    let at = items.length;
    let timer;

    const show = (place) => {
      at = (place + items.length + 1) % (items.length + 1);
      const whole = at === items.length;
      flow.classList.toggle("flow--stepping", !whole);
      now.textContent = whole ? "" : `${at + 1}. ${items[at].firstChild.textContent}`;
      items.forEach((item, i) => {
        item.classList.toggle("flow__item--now", i === at);
      });
      for (const drawing of drawings) {
        drawing.querySelector(".flow__token")?.remove();
        drawing.querySelectorAll(".flow__step").forEach((step, i) => {
          step.classList.toggle("flow__step--later", i > at);
          step.classList.toggle("flow__step--now", i === at);
          if (i === at && moves.matches) {
            const d = step.firstChild.getAttribute("d");
            step.firstChild.insertAdjacentHTML(
              "afterend",
              `<circle r="6" class="flow__token"><animateMotion dur="1.4s" fill="freeze" path="${d}"/></circle>`,
            );
            step.querySelector("animateMotion").beginElement();
          }
        });
      }
    };
    const play = (on) => {
      clearInterval(timer);
      timer = on && setInterval(() => (flow.isConnected ? show(at + 1) : play()), 2400);
      toggle.textContent = flow.dataset[on ? "pause" : "play"];
      if (on) show(at + 1);
    };
    const button = (act, word) => {
      const made = create("button", "flow__button");
      made.type = "button";
      made.textContent = flow.dataset[word];
      made.onclick = act;
      controls.append(made);
      return made;
    };
    const step = (by) => () => {
      play();
      show(at + by);
    };
    const toggle = button(() => play(!timer), "play");
    button(step(-1), "previous");
    button(step(1), "next");
    reading.prepend(controls);
    reading.append(now);
  };

  const setUpAll = () => document.querySelectorAll("[data-play]").forEach(setUp);
  document.addEventListener("preview:updated", setUpAll);
  setUpAll();
})();
