// Lets readers choose their system's colours, light or dark. Made here, so that without a script there is nothing dead.
(() => {
  const root = document.documentElement;
  const words = document.currentScript.dataset;
  const scheme = document.createElement("span");
  scheme.className = "scheme";
  const select = document.createElement("select");
  select.ariaLabel = words.scheme;
  for (const name of ["system", "light", "dark"]) select.add(new Option(words[name], name));
  // What is around the page on phones has two colours as well, light and dark.
  const tints = document.querySelectorAll('[name="theme-color"]');
  const queries = [...tints].map(({ media }) => media);
  const show = () => {
    select.value = root.dataset.scheme ?? "system";
    tints.forEach((tint, i) => {
      const isChosen = select.selectedIndex === i + 1;
      tint.media = select.selectedIndex === 0 ? queries[i] : isChosen ? "all" : "not all";
    });
  };
  select.onchange = () => {
    root.dataset.scheme = select.value;
    show();
    try {
      localStorage.setItem("broadsheet-scheme", select.value);
    } catch {
      // A storage that is closed to us remembers nothing: the choice holds for this page.
    }
  };
  const follow = () => {
    try {
      root.dataset.scheme = localStorage.getItem("broadsheet-scheme") ?? "system";
    } catch {
      // As above.
    }
    show();
  };
  // They may choose in another tab, also while this page waits for their way back.
  for (const event of ["storage", "pageshow"]) addEventListener(event, follow);
  show();
  scheme.append(select);
  document.querySelector(".controls").append(scheme);
})();
