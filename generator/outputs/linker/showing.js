/* The box that shows an article: by hover, focus, click and tap.  It stands outside the page's body in a shadow root
   of its own, and every look is set by script, so that neither the page's styles nor its rules on styles reach it. */
const SERIF = "'Source Han Serif SC','Noto Serif CJK SC','Songti SC',STSong,SimSun,serif", SANS = "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const LIGHT = { paper: "#fdfcf9", ink: "#1d1b19", quiet: "#6b655d", rule: "#cfc7ba", accent: "#a3271c", mark: "#fff0b8" }, DARK = { paper: "#191816", ink: "#e6e2da", quiet: "#a39c91", rule: "#57514a", accent: "#e0705f", mark: "#4d4210" };
const REST = 150, LEAVE = 300, GAP = 6, EDGE = 10, NARROW = 600, MOST_SHOWN = 12;
const box = { host: null, root: null, said: null, owner: null, pinned: false, coming: 0, leaving: 0, asked: 0, byKey: false, quiet: false };

function make(name, rules, ...inside) {
  const element = style(document.createElement(name), rules);
  inside.forEach((each) => element.append(each));
  return element;
}
/** Whether the page is dark where an element stands: its words are light. */
function isDark(element) {
  const [red, green, blue] = (getComputedStyle(element).color.match(/[\d.]+/g) || []).map(Number);
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140;
}
function setUp() {
  box.host = make("kb-ref-box", { all: "initial", position: "fixed", "z-index": "2147483647", display: "none" });
  box.said = make("span", {});
  box.said.id = "kb-ref-said";
  box.host.append(box.said); // not shown: what a screen reader says of the words in hand
  box.root = box.host.attachShadow({ mode: "closed" });
}
const linksIn = () => [...box.root.querySelectorAll("a, button")];

function hide(focus) {
  clearTimeout(box.coming);
  clearTimeout(box.leaving);
  const { owner } = box;
  box.owner = null;
  box.pinned = false;
  if (!owner) return;
  box.host.style.setProperty("display", "none", "important");
  owner.removeAttribute("aria-describedby");
  owner.setAttribute("aria-expanded", "false");
  if (!focus) return;
  box.quiet = true;
  owner.focus();
  box.quiet = false;
}
/** Opens the box at `ref`; a promise that ends when the articles stand in it. */
function show(ref, pinned, y) {
  if (box.owner === ref && box.root.firstChild) { box.pinned = pinned || box.pinned; return Promise.resolve(); }
  hide();
  const { one } = meant.get(ref), asked = ++box.asked;
  if (!box.host.isConnected) document.documentElement.append(box.host);
  box.owner = ref;
  box.pinned = pinned;
  ref.setAttribute("aria-describedby", "kb-ref-said");
  ref.setAttribute("aria-expanded", "true");
  fill(one, null, ref);
  place(ref, y);
  return articlesOf(one).catch(() => []).then((articles) => {
    if (asked !== box.asked || box.owner !== ref) return;
    fill(one, articles, ref);
    place(ref, y);
  });
}
/** What stands in the box: each article with its name, the 款 or 项 that is named marked; `articles` null while they come. */
function fill({ document: named, targets }, articles, ref) {
  const look = setting.look === "dark" || setting.look !== "light" && isDark(ref) ? DARK : LIGHT;
  const link = (words, page) => {
    const a = make("a", { color: look.accent, "text-decoration": "underline", cursor: "pointer", font: "inherit" }, words);
    a.href = setting.library + page;
    a.target = "_blank";
    a.rel = "noopener";
    return a;
  };
  const inside = make("div", { "max-height": "inherit", overflow: "auto", padding: "12px 40px 14px 16px", "box-sizing": "border-box", font: `16px/1.75 ${SERIF}`, color: look.ink, "text-align": "left", "overflow-wrap": "break-word" });
  const small = { font: `14px/1.6 ${SANS}`, color: look.quiet, margin: "0" };
  if (!targets.length) inside.append(make("p", { margin: "0", "font-weight": "bold" }, named.title), make("p", small, named.imprint), make("p", { ...small, margin: "6px 0 0" }, link("到知识库看全文", named.page)));
  else if (!articles) inside.append(make("p", small, "正在打开条文……"));
  else if (!articles.length) inside.append(make("p", small, "条文没有取到。"), make("p", { ...small, margin: "6px 0 0" }, link("到知识库看", named.page)));
  else {
    const count = new Set(targets.map(({ path }) => path)).size;
    articles.forEach(({ name, heading, text, marks, page }, at) => {
      inside.append(make("p", { font: `bold 15px/1.6 ${SANS}`, margin: at ? "14px 0 4px" : "0 0 4px", color: look.ink }, named.short + name, heading ? `　${heading}` : ""));
      let from = 0;
      text.split("\n").forEach((line) => {
        const p = make("p", { margin: "0", "text-indent": "2em" }), end = from + line.length;
        let done = from;
        marks.forEach(([start, stop]) => {
          if (stop <= done || start >= end) return;
          p.append(text.slice(done, Math.max(done, start)), make("span", { background: look.mark, color: "inherit" }, text.slice(Math.max(done, start), Math.min(stop, end))));
          done = Math.min(stop, end);
        });
        p.append(text.slice(done, end));
        inside.append(p);
        from = end + 1;
      });
      inside.append(make("p", { ...small, margin: "4px 0 0" }, link("到知识库看这一条", page)));
    });
    if (count > articles.length) inside.append(make("p", { ...small, margin: "8px 0 0" }, `共${count}条，这里只列前${articles.length}条。`));
  }
  const close = make("button", { all: "unset", position: "absolute", right: "4px", top: "4px", width: "32px", height: "32px", font: `20px/32px ${SANS}`, "text-align": "center", color: look.quiet, cursor: "pointer" }, "×");
  close.setAttribute("aria-label", "关闭");
  close.addEventListener("click", () => hide(true));
  close.addEventListener("focus", () => close.style.setProperty("outline", `2px solid ${look.accent}`, "important"));
  close.addEventListener("blur", () => close.style.setProperty("outline", "none", "important"));
  const frame = make("div", { position: "relative", background: look.paper, border: `1px solid ${look.rule}`, "border-radius": "4px", "box-shadow": "0 4px 18px rgba(0,0,0,.25)", "max-height": "inherit", "box-sizing": "border-box", overflow: "hidden", display: "flex", "flex-direction": "column" }, inside, close);
  frame.setAttribute("role", "dialog");
  frame.setAttribute("aria-label", `${named.short}条文`);
  frame.lang = "zh";
  box.root.textContent = "";
  box.root.append(frame);
  box.said.textContent = (articles || []).map(({ name, text }) => `${named.short}${name}：${text}`).join("\n") || (targets.length ? "" : named.title);
}
/** Puts the box below the words, or above them where there is more room; on a narrow screen at its lower edge. */
function place(ref, y) {
  const width = document.documentElement.clientWidth, height = innerHeight, set = (rules) => style(box.host, rules);
  set({ display: "block", left: "0", top: "0", right: "auto", bottom: "auto", width: "auto", "max-width": `${Math.min(560, width - 2 * EDGE)}px`, "max-height": "none" });
  if (width < NARROW) return set({ top: "auto", bottom: "0", right: "0", width: "100%", "max-width": "none", "max-height": `${Math.round(height * 0.6)}px` });
  const lines = [...ref.getClientRects()], line = lines.find((each) => y >= each.top && y <= each.bottom) || lines[0];
  if (!line) return null;
  const below = height - line.bottom - GAP - EDGE, above = line.top - GAP - EDGE, size = box.host.getBoundingClientRect(), up = size.height > below && above > below, room = Math.max(120, Math.min(up ? above : below, height * 0.7));
  set({ "max-height": `${room}px`, left: `${Math.max(EDGE, Math.min(line.left, width - size.width - EDGE))}px` });
  const tall = Math.min(size.height, room);
  return set({ top: `${up ? Math.max(EDGE, line.top - GAP - tall) : line.bottom + GAP}px` });
}

const refOf = (event) => event.target && event.target.closest && event.target.closest("kb-ref");
const isOurs = (ref) => ref && meant.has(ref);
const inBox = (event) => event.target === box.host;
/** Listens before the page does; the page's own listeners get what is not ours. */
function listen() {
  const on = (names, act) => names.split(" ").forEach((name) => addEventListener(name, act, true));
  on("mouseover", (event) => {
    const ref = refOf(event);
    clearTimeout(box.coming);
    clearTimeout(box.leaving);
    if (box.pinned || inBox(event)) return;
    if (isOurs(ref)) { if (ref !== box.owner) box.coming = setTimeout(show, REST, ref, false, event.clientY); } else if (box.owner && document.activeElement !== box.owner) box.leaving = setTimeout(hide, LEAVE);
  });
  on("pointerdown", (event) => {
    box.byKey = false;
    if (box.owner && !inBox(event) && refOf(event) !== box.owner) hide();
  });
  on("focusin", (event) => {
    const ref = refOf(event);
    if (isOurs(ref)) {
      if (!box.byKey) return;
      ref.style.setProperty("outline", "2px solid currentColor", "important");
      if (!box.quiet) show(ref, false);
    } else if (box.owner && !inBox(event) && box.byKey) hide();
  });
  on("focusout", (event) => { const ref = refOf(event); if (isOurs(ref)) ref.style.setProperty("outline", "none", "important"); });
  on("click", (event) => {
    const ref = refOf(event);
    if (!isOurs(ref) || !getSelection().isCollapsed) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (box.owner === ref && box.pinned) hide(); else show(ref, true, event.clientY);
  });
  on("keydown", (event) => {
    box.byKey = true;
    const ref = refOf(event), links = box.owner ? linksIn() : [];
    const taken = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    if (event.key === "Escape" && box.owner) {
      taken();
      hide(inBox(event));
    } else if (isOurs(ref) && (event.key === "Enter" || event.key === " ")) {
      taken();
      show(ref, true).then(() => { const first = linksIn()[0]; if (first) first.focus(); });
    } else if (inBox(event) && event.key === "Tab" && links.length) {
      const at = box.root.activeElement;
      if (at === links[event.shiftKey ? 0 : links.length - 1]) { taken(); hide(true); }
    }
  });
  on("scroll resize", (event) => { if (box.owner && !inBox(event)) { if (box.pinned || document.activeElement === box.owner) place(box.owner); else hide(); } });
  on("beforeprint", () => hide());
}
