/* What the parts of the pages' script share.  The build joins the parts, kb.js first, into one
   function (generator/outputs/site/delivery.py); what stands here is seen by all of them. */
const html = document.documentElement, { dataset } = document.querySelector("[data-root]");
const root = "pages" in dataset ? dataset.pages : dataset.root; // hant/ keeps its pages apart

window.kbPlaces = { root, folder: `${dataset.root}search/`, forms: "pages" in dataset && `${root}search/` }; // for search-engine.js, which also runs alone

/** All elements that fit, as a list. */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const on = (target, names, act) => names.split(" ").forEach((name) => target.addEventListener(name, act));

/** A new element; what is empty among `inside` is left out. */
function make(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside.filter(Boolean));
  return made;
}
const stay = (event) => event.preventDefault();
const button = (text, onclick, className = "") => make("button", { type: "button", onclick, className }, text);

/** The texts within an element, in order. */
function texts(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

/** What this browser remembers; a page opened from a disk may be refused it. */
function load(key, otherwise = {}) {
  try {
    return JSON.parse(localStorage.getItem(key)) || otherwise;
  } catch (error) {
    return otherwise;
  }
}
function save(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch (error) {
    return false;
  }
}

/** The reader's settings, on <html> for the style sheets (theme.js puts them there at first). */
const settings = load("kb-reading");
function set(name, value) {
  settings[name] = value;
  if (value) html.dataset[name] = value; else delete html.dataset[name];
  return save("kb-reading", settings);
}

/** Changes the page's address without leaving it; some pages from a disk are refused that. */
function rename(address) {
  try { history.replaceState(null, "", address); } catch (error) { /* it stays as it was */ }
}

/** Adds a script by its tag: pages from a disk can fetch nothing. */
const script = (src) => new Promise((onload, reject) => {
  document.head.append(make("script", { src, onload, onerror: () => reject(Error(src)), async: false }));
});
function download(name, type, ...content) {
  const href = URL.createObjectURL(new Blob(content, { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
/** A word to the reader, shown for a moment. */
const said = document.body.appendChild(make("p", { className: "kb-said" }));
let saying;
said.setAttribute("role", "status");
function say(words) {
  said.textContent = words;
  clearTimeout(saying);
  saying = setTimeout(say, 2500, "");
}
const kept = (saved) => saved || say("浏览器不让保存，关闭本页后就没有了");

const asked = new URLSearchParams(location.search);
const by = (id) => document.getElementById(id);

/** The article that the page is about, and its id; nothing on other pages. */
const article = document.querySelector("article[data-article]"), articleId = article && `${article.dataset.base}-${article.dataset.article}`;

/* For the scripts that few pages load, in files of their own; a page in a pane is one of those. */
window.kbShared = { all, article, articleId, asked, button, by, download, html, load, make, on, rename, root, save, stay, texts };
if (html.classList.contains("bare")) script(`${root}assets/js/pair.js`);
