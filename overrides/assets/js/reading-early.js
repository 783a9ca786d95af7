/* Puts the reader's text settings on <html> before the first paint: data-size, -leading, -face, -pinyin. */
(function () {
  "use strict";
  try {
    var chosen = JSON.parse(localStorage.getItem("kb-reading")) || {};
    ["size", "leading", "face", "pinyin"].forEach(function (name) {
      if (/^[a-z0-9]+$/.test(chosen[name] || "")) document.documentElement.dataset[name] = chosen[name];
    });
  } catch (error) {
    /* Storage may be closed to file:// pages; the page's own settings then hold. */
  }
})();
