/* What is measured in a page, in words that Chromium 69 understands.  Every question that a test
   asks is sent with these functions before it; `page` is the page's own window. */

const page = window.wrappedJSObject || window;

/** The styles of an element and of what is around it, nearest first. */
const around = function* (element) {
  for (let each = element; each; each = each.parentElement) yield [each, getComputedStyle(each)];
};

/** Tell whether an element's words are meant to be seen. */
const meant = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const around = each.parentElement; // of a closed one only its own head is seen
    if (around && /^details$/i.test(around.tagName) && !around.open && !/^summary$/i.test(each.tagName)) return false;
  }
  for (const [, style] of around(element)) {
    if (style.display === "none" || style.opacity === "0" || /inset\(50%/.test(style.clipPath)) return false;
  }
  return getComputedStyle(element).visibility === "visible";
};

/** The box that is left of a box inside what cuts it off. */
const cut = (box, element) => {
  let { left, top, right, bottom } = box;
  for (const [each, style] of around(element)) {
    if (each === document.body || each === document.documentElement) break;
    if (style.overflowX === "visible" || style.display === "inline") continue;
    const own = each.getBoundingClientRect();
    left = Math.max(left, own.left); right = Math.min(right, own.right);
    top = Math.max(top, own.top); bottom = Math.min(bottom, own.bottom);
  }
  return { left, top, right, bottom };
};

/** What lies over other things with a ground of its own: two layers may cover each other. */
const layer = (element) => {
  for (const [each, style] of around(element)) {
    if (/fixed|sticky|absolute/.test(style.position) && !/transparent|, 0\)/.test(style.backgroundColor)) return each;
  }
  return null;
};

/** Every line of visible text: its box, cut down to the height of its letters. */
const lines = (within = document.body) => {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || /SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA|TITLE/i.test(parent.tagName) || !meant(parent)) continue;
    const range = document.createRange(), size = parseFloat(getComputedStyle(parent).fontSize);
    const upright = /vertical/.test(getComputedStyle(parent).writingMode), over = layer(parent);
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = cut(whole, parent), spare = Math.max(0, (upright ? whole.width : whole.height) - size * .8) / 2;
      if (upright) { box.left += spare; box.right -= spare; } else { box.top += spare; box.bottom -= spare; }
      if (box.right - box.left > 1 && box.bottom - box.top > 1) found.push({ ...box, node, over, text: node.data.trim().slice(0, 24) });
    }
  }
  return found;
};

/** Pairs of texts that lie on one another. */
const overlaps = () => {
  const all = lines().sort((a, b) => a.top - b.top), found = [];
  all.forEach((one, i) => {
    for (let j = i + 1; j < all.length && all[j].top < one.bottom - 2; j++) {
      const other = all[j], wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (one.node !== other.node && one.over === other.over && wide > 2) found.push(`${one.text} / ${other.text}`);
    }
  });
  return found;
};

/** The outline of what is seen in an element: its words, fields, pictures and what has a border. */
const extent = (element) => {
  const boxes = lines(element);
  for (const each of [element, ...element.querySelectorAll("*")]) {
    const bordered = /^(input|select|img|svg)$/i.test(each.tagName) || parseFloat(getComputedStyle(each).borderLeftWidth) > 0;
    if (bordered && meant(each) && each.getClientRects().length) boxes.push(each.getBoundingClientRect());
  }
  if (!boxes.length) return null;
  const of = (name, best) => best(...boxes.map((box) => box[name]));
  return { left: of("left", Math.min), right: of("right", Math.max), top: of("top", Math.min), bottom: of("bottom", Math.max) };
};

/** What a box lays out: its children, and those of children that have no box of their own. */
const items = (box) => [...box.children].map((each) => getComputedStyle(each).display === "contents" ? items(each) : [each]).flat();

/** Neighbours in rows of flex or grid boxes with less than 1.5 px between what is seen of them. */
const runTogether = () => {
  const found = [];
  for (const row of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(row);
    if (!/flex|grid/.test(style.display) || /column/.test(style.flexDirection) || !meant(row)) continue;
    const inFlow = items(row).filter((each) => !/absolute|fixed/.test(getComputedStyle(each).position));
    const seen = inFlow.map((each) => [each, extent(each)]).filter((pair) => pair[1]);
    for (const [one, a] of seen) {
      for (const [other, b] of seen) {
        const sameLine = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4, gap = b.left - a.right;
        if (one !== other && sameLine && b.left > a.left && gap < 1.5) found.push(`${one.textContent.trim().slice(-12)}|${other.textContent.trim().slice(0, 12)} ${gap.toFixed(1)}`);
      }
    }
  }
  return found;
};

/** Whether the page can be pushed sideways, by how many pixels. */
const sideways = () => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The first visible element that fits, in the middle of the window: its box; nothing without one. */
const placed = (selector) => {
  const element = [...document.querySelectorAll(selector)].find((each) => meant(each) && each.getClientRects().length);
  if (!element) return null;
  element.scrollIntoView({ block: "center" });
  const box = element.getClientRects()[0];
  return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
};

/** Takes all lines off the texts, or puts them back. */
const undecorate = (off) => {
  const own = document.getElementById("undecorated");
  if (own) own.remove();
  if (!off) return true;
  const style = document.head.appendChild(document.createElement("style"));
  style.id = "undecorated";
  style.textContent = "* { text-decoration: none !important; -webkit-text-decoration: none !important; text-decoration-line: none !important; } main .s * { border: 0 !important; }";
  return true;
};

/** The heads of the matrix: what of each is seen, in characters, and the size of its letters in px. */
const heads = () => [...document.querySelectorAll(".matrix thead th")].filter((each) => each.textContent.trim()).map((each) => {
  const size = Math.min(...[...each.querySelectorAll("*"), each].map((one) => parseFloat(getComputedStyle(one).fontSize)));
  const area = lines(each).reduce((sum, box) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
  return { text: each.textContent.trim(), shown: Math.round(area / (size * size * .8)), size };
});
