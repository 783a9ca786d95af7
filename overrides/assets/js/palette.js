/* The colours that the reader chose of several palettes, put on <body> before the first paint: in place
   of Material's inline script (its partials/javascripts/palette.html). */
(() => {
  "use strict";
  const { color } = window.__md_get("__palette") || {}, each = (act) => Object.keys(color || {}).forEach((key) => act(`data-md-color-${key}`, key));
  if (color && color.media === "(prefers-color-scheme)") {
    const now = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${now})"]`);
    each((name, key) => { color[key] = input.getAttribute(name); });
  }
  each((name, key) => document.body.setAttribute(name, color[key]));
})();
