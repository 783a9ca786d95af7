/* The colours that the reader chose of several palettes, put on <body> before the first paint: in place
   of Material's inline script (its partials/javascripts/palette.html). */
(() => {
  "use strict";
  const { color } = window.__md_get("__palette") || {};
  if (!color) return;
  if (color.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${light})"]`);
    for (const key of ["media", "scheme", "primary", "accent"]) color[key] = input.getAttribute(`data-md-color-${key}`);
  }
  for (const key of Object.keys(color)) document.body.setAttribute(`data-md-color-${key}`, color[key]);
})();
