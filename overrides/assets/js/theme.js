/* Sets light or dark before the first paint, so that nothing flashes. */
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("kb-theme");
    if (chosen) document.documentElement.dataset.theme = chosen;
  } catch (error) {
    /* Storage may be closed to file:// pages; the system's setting then holds. */
  }
})();
