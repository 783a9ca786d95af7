/* Before the first paint: no frame round a page in a pane, and the reader's settings on <html>:
   data-theme, -size, -leading, -face, -pinyin. */
(() => {
  "use strict";
  const html = document.documentElement;
  html.classList.add("js");
  if (/^kb-(left|right)$/.test(window.name)) html.classList.add("bare");
  try {
    const chosen = JSON.parse(localStorage.getItem("kb-reading")) || {};
    for (const name of ["theme", "size", "leading", "face", "pinyin"]) {
      if (/^[a-z0-9]+$/.test(chosen[name] || "")) html.dataset[name] = chosen[name];
    }
  } catch (error) {
    /* Storage may be closed to file:// pages; the page's own settings then hold. */
  }
})();
