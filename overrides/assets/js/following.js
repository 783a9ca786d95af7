/* The contents on the left follow the reader: what stands at the top of the window is marked there,
   the article or part of a full text, the heading of a report.  Loaded by these pages alone. */
(() => {
"use strict";
const { all, by, html, on } = window.kbShared, column = document.querySelector(".kb-nav");
const ARTICLE = /([^/]+)\/(\d+(?:-\d+)*)\.html$/, AIR = 24, SWEEP = 240; // pixels

/** What an entry of the contents stands for on this page. */
const placeOf = (link) => {
  const [, base, number] = ARTICLE.exec(link.pathname) || [];
  const id = link.pathname === location.pathname ? decodeURIComponent(link.hash.slice(1)) : base && `${base}-${number}`;
  return id && by(id);
};
const entries = all("a[href]", column).map((link) => ({ link, place: placeOf(link) })).filter((each) => each.place);
const bar = parseFloat(getComputedStyle(html).scrollPaddingTop) || 0;

/** The last entry whose place begins above a line: where a place opens, and over the last pixels of
   the page down to its end, as the last articles come no higher.  It takes log n looks. */
const reached = () => {
  const rest = html.scrollHeight - innerHeight - scrollY, top = bar + 3 * AIR;
  const line = top + (innerHeight - top) * Math.max(0, 1 - Math.max(0, rest) / SWEEP) * (scrollY > 0);
  let low = 0, high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].place.getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return low ? entries[low - 1].link : null;
};
let marked = null, waiting = false;
const follow = () => {
  waiting = false;
  const link = reached();
  if (link === marked) return;
  if (marked) marked.removeAttribute("aria-current");
  if (link) link.setAttribute("aria-current", "location");
  marked = link;
  /* Whoever uses the column keeps it where it is. */
  if (!link || column.matches(":hover") || column.contains(document.activeElement)) return;
  const inside = column.getBoundingClientRect(), own = link.getBoundingClientRect();
  if (own.top < inside.top + AIR || own.bottom > inside.bottom - AIR) column.scrollTop += (own.top + own.bottom - inside.top - inside.bottom) / 2;
};
on(window, "scroll resize", () => {
  if (!waiting) requestAnimationFrame(follow);
  waiting = true;
});
follow();
})();
