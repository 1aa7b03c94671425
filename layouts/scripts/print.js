// On paper a link leads nowhere: its address is told at the end of the section. Styles number both, and show them.
addEventListener(
  "beforeprint",
  () => {
    for (const section of document.querySelectorAll(".section")) {
      const links = section.querySelectorAll('[href^="http"]');
      const list = document.createElement("p");
      list.className = "addresses";
      list.append(...[...links].map((link) => link.cloneNode()));
      section.append(list);
    }
  },
  { once: true },
);
