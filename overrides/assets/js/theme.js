/* Before the first paint: what Material's bundle asks of the page, no frame round a page in a pane,
   and the reader's settings on <html>: data-theme, -size, -leading, -face, -pinyin. */
(() => {
  "use strict";
  const html = document.documentElement, scope = new URL(document.currentScript.dataset.scope, location);
  html.classList.replace("no-js", "js");
  if (/^kb-(left|right)$/.test(window.name)) html.classList.add("bare");
  /* Storage may be closed to file:// pages: then nothing is known, and nothing is kept. */
  const read = (key, storage) => {
    try {
      return JSON.parse((storage || localStorage).getItem(key));
    } catch (error) {
      return null;
    }
  };
  const chosen = read("kb-reading") || {};
  for (const name of ["theme", "size", "leading", "face", "pinyin"]) {
    if (/^[a-z0-9]+$/.test(chosen[name] || "")) html.dataset[name] = chosen[name];
  }
  /* Material's own names (its partials/javascripts/base.html), which its bundle calls. */
  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, each) => (sum << 5) - sum + each.charCodeAt(0), 0);
  window.__md_get = (key, storage, at = scope) => read(`${at.pathname}.${key}`, storage);
  window.__md_set = (key, value, storage, at = scope) => {
    try {
      (storage || localStorage).setItem(`${at.pathname}.${key}`, JSON.stringify(value));
    } catch (error) { /* not kept */ }
  };
  /* Without it the bundle would ask the network for one. */
  if (!window.ResizeObserver) window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
})();
