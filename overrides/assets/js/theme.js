/* Before the first paint: light or dark as chosen, and no frame round a page in a pane. */
(function () {
  "use strict";
  var html = document.documentElement;
  html.classList.add("js");
  if (window.self !== window.top) html.classList.add("bare");
  try {
    var chosen = localStorage.getItem("kb-theme");
    if (chosen) html.dataset.theme = chosen;
  } catch (error) {
    /* Storage may be closed to file:// pages; the system's setting then holds. */
  }
})();
