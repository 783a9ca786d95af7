/* What is copied brings its source: the last line of any selection, in the form that the reader
   chose (generator/outputs/site/views/citing.py has the forms); seen by the parts behind. */
const { all, by, button, html, make, on, say, settings, stay, texts } = window.kbShared;
const content = by("content");

const copying = window.kbCopying = (() => {
  const FOREIGN = "rt, rp, .perma, .at, .count, .to-article, .counted, .chips, .panels, .kb-sign, .kb-apart, button, input, textarea, select, script, style, [hidden]";
  const BLOCKS = "p, h1, h2, h3, h4, div, li, dt, dd, tr, section, article, header, blockquote, br";
  const isFrame = (node) => /^\s*\n\s*$/.test(node.data); // between the tags of a template
  const bare = (fragment) => {
    all(FOREIGN, fragment).forEach((each) => each.remove());
    texts(fragment).filter(isFrame).forEach((each) => each.remove());
    return fragment;
  };
  /** The words of a fragment, a line for each block. */
  const lines = (fragment) => {
    let found = "";
    const walk = (node) => {
      if (node.nodeType === 3) found += node.data;
      const block = node.matches && node.matches(BLOCKS);
      if (block) found += "\n";
      else if (node.matches && node.matches("td + *, th + *")) found += "\t";
      node.childNodes.forEach(walk);
      if (block) found += "\n";
    };
    walk(fragment);
    return found.replace(/\n+/g, "\n").replace(/^\n|\n$/g, "");
  };
  const taken = (element) => {
    const range = document.createRange();
    range.selectNode(element);
    return bare(range.cloneContents());
  };
  const exact = (element) => lines(taken(element)).trim();

  /* Where words stand: document, division, article, 款 and 项. */
  const place = (node) => {
    const told = (holder, name) => holder ? holder.getAttribute(`data-cite-${name}`) : "";
    const holder = (name) => node.parentElement.closest(`[data-cite-${name}]`), unit = holder("name");
    const begun = unit ? all("[data-cite-at]", unit).filter((each) => each.compareDocumentPosition(node) & 4) : [];
    return { name: told(unit, "name"), part: told(holder("part"), "part"), at: told(begun.pop(), "at") };
  };
  const shared = (one, other) => {
    const steps = (at) => at.match(/第[^第]+/g) || [], others = steps(other), found = [];
    steps(one).every((step, i) => step === others[i] && found.push(step));
    return found.join("");
  };
  const span = (from, to) => (from === to ? from : from && to ? `${from}至${to}` : "");
  const between = (from, to, form) => {
    const part = span(from.part, to.part);
    if (!from.name && !to.name) return part;
    if (!from.name || !to.name) return part && from.part !== to.part ? part : from.part;
    if (from.name === to.name) return (form === "part" ? from.part : "") + from.name + shared(from.at, to.at);
    if (form !== "part" || from.part === to.part) return (form === "part" ? from.part : "") + span(from.name, to.name);
    return `${from.part}${from.name}至${to.part}${to.name}`;
  };
  /** The source of the words from one text to another, as the reader wants it; nothing if not. */
  const source = (first, last, form = settings.cite || "short") => {
    const passage = first.parentElement.closest(".passage");
    if (form === "off") return "";
    if (passage) {
      const from = passage.querySelector(".from a, .sharers a");
      return from && passage.contains(last) ? `《${(passage.closest("[data-title]") || { dataset: {} }).dataset.title || from.textContent}》` : "";
    }
    const holder = first.parentElement.closest("[data-cite-doc]");
    if (!holder || !holder.contains(last)) return "";
    const told = (name) => holder.getAttribute(`data-cite-${name}`);
    const where = between(place(first), place(last), form);
    if (form === "gb") return `${told("entry")}${where && `: ${where}`}.`;
    const plain = form === "short" && !place(first).name && holder.matches("[data-report]");
    return told(form === "full" ? "full" : "doc") + (plain ? "" : where);
  };
  const signed = (text, from) => (from ? `${text}\n——${from}` : text);
  const sourceOf = (element) => {
    const own = texts(element);
    return source(own[0], own[own.length - 1]);
  };

  /** The texts of documents in a range, of which something is in it. */
  const inside = (range) => {
    const root = range.commonAncestorContainer;
    const found = root.nodeType === 3 ? [root] : texts(root).filter((each) => range.intersectsNode(each));
    return found.filter((node) => {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      return end > start && !isFrame(node) && !node.parentElement.closest(FOREIGN)
        && node.parentElement.closest(".s, .label, .matter, .annex, .text p, .full h2, .full h3, .full h4, .passage blockquote");
    });
  };
  const rich = (fragment) => {
    all("*", fragment).forEach((each) => {
      if (each.matches("span, a, mark, ruby, div, section, article, header")) each.replaceWith(...each.childNodes);
      else [...each.attributes].filter(({ name }) => !/^(col|row)span$/.test(name)).forEach(({ name }) => each.removeAttribute(name));
    });
    const box = make("div", {}, fragment);
    return box.querySelector("p, h1, h2, h3, h4, li, table") ? box.innerHTML : `<p>${box.innerHTML}</p>`;
  };
  const cited = (range) => {
    const beyond = !content.contains(range.startContainer) || !content.contains(range.endContainer); // all of the page was selected
    const own = inside(range).filter((each) => !beyond || !each.parentElement.closest(".passage"));
    if (!own.length) return null;
    if (beyond) {
      range.setStartBefore(own[0]);
      range.setEndAfter(own[own.length - 1]);
    }
    const from = source(own[0], own[own.length - 1]);
    if (!from && settings.cite !== "off") return null;
    const fragment = bare(range.cloneContents()), tail = make("p", {}, `——${from}`);
    return { text: signed(lines(fragment), from), html: rich(fragment) + (from ? tail.outerHTML : "") };
  };
  on(document, "copy", (event) => {
    const selection = getSelection();
    if (event.defaultPrevented || !selection.rangeCount || selection.isCollapsed || !event.clipboardData || event.target.closest && event.target.closest("input, textarea")) return;
    const made = cited(selection.getRangeAt(0).cloneRange());
    if (!made) return;
    event.clipboardData.setData("text/plain", made.text);
    event.clipboardData.setData("text/html", made.html);
    stay(event);
  });

  const copy = (text) => {
    const byHand = () => {
      const box = document.body.appendChild(make("textarea")), focused = document.activeElement;
      box.value = text;
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      focused.focus({ preventScroll: true });
      say(done ? "已复制" : "浏览器不让复制，请选中后按 Ctrl-C");
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => say("已复制"), byHand);
    else byHand();
  };

  /* 引用: the form chosen is marked; each can be copied. */
  const chosen = () => all(".cites [data-form]").forEach((each) => each.classList.toggle("on", each.dataset.form === (settings.cite || "short")));
  all(".cites dd").forEach((line) => {
    const told = line.textContent;
    line.append(" ", Object.assign(button("复制", () => copy(told), "kb-do kb-apart"), { title: "复制这一种" }));
  });
  all("#kb-reading [name=cite]").forEach((choice) => on(choice, "change", chosen));
  chosen();
  return { copy, exact, inside, signed, source, sourceOf };
})();
