/* The text of a page, read in order, and the words in it that are made to answer: <kb-ref> around them, nothing else
   changed.  Links, code, form fields, editable text and scripts are left as they are. */
const SILENT = words("script style noscript template textarea select option datalist iframe object embed svg math canvas audio video input meter progress head title rt rp kb-ref-box");
const LOCKED = words("a area button label legend summary code pre kbd samp var tt xmp plaintext listing dialog menu kb-ref");
const INLINE = words("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb s samp small span strike strong sub sup time tt u var wbr kb-ref button");
const ROLES = words("button link tab menuitem option textbox searchbox combobox switch checkbox radio slider spinbutton treeitem math");
const MOST_LETTERS = 3e6, BREAK = "\u0000\n", // nothing is read across the edge of a block
  OFF = "[data-kb-linker=off], [aria-hidden=true]";
function words(list) { return new Set(list.split(" ")); }

const isLocked = (element, name) => LOCKED.has(name) || element.hasAttribute("onclick") || element.getAttribute("draggable") === "true" || ROLES.has(element.getAttribute("role"));
const isEditable = (element) => element.hasAttribute("contenteditable") && element.getAttribute("contenteditable") !== "false";
const isOut = (element, name) => SILENT.has(name) || isEditable(element) || element.matches(OFF);

/** The text below `top` with BREAKs between blocks, and its pieces {node, start, end, locked}. */
function readText(top) {
  const parts = [], pieces = [];
  let length = 0, locks = 0, node = top;
  const put = (text) => { parts.push(text); length += text.length; };
  for (let above = top.parentElement; above; above = above.parentElement) {
    if (isOut(above, above.localName)) return { text: "", pieces };
    if (isLocked(above, above.localName)) locks++;
  }
  const leave = (element) => {
    if (element.nodeType !== 1) return;
    if (isLocked(element, element.localName)) locks--;
    if (!INLINE.has(element.localName)) put(BREAK);
  };
  for (;;) {
    let down = null;
    if (node.nodeType === 3) {
      const text = node.data.replace(/[\n\r\t\f\v\u2028\u2029]/g, " ");
      pieces.push({ node, start: length, end: length + text.length, locked: locks > 0 });
      put(text);
    } else if (node.nodeType === 1) {
      const name = node.localName;
      if (isOut(node, name)) put(INLINE.has(name) || name === "rt" || name === "rp" ? "" : BREAK);
      else {
        if (isLocked(node, name)) locks++;
        if (!INLINE.has(name)) put(BREAK);
        down = node.firstChild;
        if (!down) leave(node);
      }
    }
    if (length > MOST_LETTERS) break;
    if (down) { node = down; continue; }
    while (node !== top && !node.nextSibling) { node = node.parentNode; leave(node); }
    if (node === top) break;
    node = node.nextSibling;
  }
  return { text: parts.join(""), pieces };
}

const splits = new WeakMap(); // a text of the page -> what was cut off it
/** Wraps what was found in the pieces of a text; returns how many. */
function markFound(found, pieces) {
  const wanted = new Map();
  let at = 0, count = 0;
  found.forEach((one) => {
    while (at < pieces.length && pieces[at].end <= one.start) at++;
    let over = [];
    for (let each = at; each < pieces.length && pieces[each].start < one.end; each++) over.push(pieces[each]);
    let start = one.start;
    if (over.some(({ locked }) => locked)) { start = one.number; over = over.filter(({ end }) => end > start); }
    if (!over.length || over.some(({ locked }) => locked)) return;
    const refs = [];
    over.forEach((piece) => {
      const from = Math.max(0, start - piece.start), to = Math.min(piece.end, one.end) - piece.start;
      if (to <= from) return;
      if (!wanted.has(piece.node)) wanted.set(piece.node, []);
      wanted.get(piece.node).push({ from, to, one, refs });
    });
    count++;
  });
  const selected = getSelection(), ends = selected && !selected.isCollapsed ? [selected.anchorNode, selected.focusNode] : []; // asked once: it lays out the page
  wanted.forEach((places, node) => wrapIn(node, places, ends.includes(node) ? keepSelected : (text, act) => act()));
  return count;
}
/** Cuts a text at the places and wraps them, `keeping` what is selected in it. */
function wrapIn(node, places, keeping) {
  const cut = splits.get(node) || [], made = [];
  if (!node.parentNode) return;
  for (let at = places.length - 1; at >= 0; at--) {
    const { from, to, one, refs } = places[at];
    if (to < node.length) made.unshift(node.splitText(to));
    const own = node.splitText(from), ref = document.createElement("kb-ref");
    keeping(own, () => {
      own.parentNode.insertBefore(ref, own);
      ref.appendChild(own);
    });
    made.unshift(ref);
    refs.unshift(ref);
    dress(ref, one, refs);
  }
  splits.set(node, made.concat(cut));
}
/** Does something that takes a text out of the page and in again; what the reader has selected stays selected. */
function keepSelected(text, act) {
  const selected = getSelection();
  if (!selected || selected.isCollapsed || (selected.anchorNode !== text && selected.focusNode !== text)) return act();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selected;
  act();
  const from = anchorNode === text ? [text, anchorOffset] : [selected.anchorNode, selected.anchorOffset], to = focusNode === text ? [text, focusOffset] : [selected.focusNode, selected.focusOffset];
  return selected.setBaseAndExtent(from[0], from[1], to[0], to[1]);
}
/** Takes away what was cut off a text that the page has given other words, so that nothing stands twice. */
function forgetCuts(node) {
  (splits.get(node) || []).forEach((each) => { if (each.parentNode) each.parentNode.removeChild(each); });
  splits.delete(node);
}

const PLAIN = { all: "unset", display: "inline", "border-bottom": "1px dotted currentColor", cursor: "help", "border-radius": "1px" };
const style = (element, rules) => { Object.keys(rules).forEach((name) => element.style.setProperty(name, rules[name], "important")); return element; };
const meant = new WeakMap();
/** Makes an element answer for what it names: by mouse, by keyboard, by touch. */
function dress(ref, one, refs) {
  style(ref, PLAIN);
  meant.set(ref, { one, refs });
  ref.setAttribute("role", "button");
  ref.setAttribute("aria-haspopup", "dialog");
  ref.tabIndex = 0;
  refs.slice(1).forEach((each) => { each.tabIndex = -1; });
}
