/* What words of the text say of themselves (a misprint mended, a variant, a reference …), in a small box
   by hover, focus and tap.  `data-tip` is what is said, `data-of` the ids of what on the page says it.
   Gone by Escape, by a click elsewhere or by moving on; one can go into it with the mouse and, once it
   is opened by a click or Enter, with Tab.  Without scripts the words are links to what explains them. */
(() => {
  const TOLD = "[data-of], [data-tip]", REAL = ".ref, .law-cited", REST = 120, LEAVE = 250, GAP = 6, EDGE = 12;
  const tip = document.body.appendChild(make("div", { className: "kb-tip", id: "kb-tip", hidden: true }));
  tip.setAttribute("role", "tooltip");
  all(TOLD).forEach((each) => { each.draggable = false; }); // their words are selected, not dragged away
  let owner = null, pinned = false, touched = false, quiet = false, coming, leaving;

  const outermost = (node) => {
    let found = null;
    for (let each = node.closest && node.closest(TOLD); each; each = each.parentElement.closest(TOLD)) found = each;
    return found;
  };
  const stop = () => owner.matches("a, [tabindex]") ? owner : owner.querySelector("a, [tabindex]");
  const fill = () => {
    tip.textContent = "";
    [owner, ...all(TOLD, owner)].forEach(({ dataset: { tip: words, of } }) => {
      if (words) tip.append(make("p", {}, words));
      (of || "").split(" ").forEach((id) => by(id) && tip.append(make("div", {}, ...[...by(id).childNodes].map((each) => each.cloneNode(true)))));
    });
    all("[id]", tip).forEach((each) => each.removeAttribute("id"));
    const { href, dataset: { go, of } } = owner;
    if (go) tip.append(make("p", {}, make("a", { href: href || `#${of.split(" ")[0]}` }, go)));
  };
  const place = (y) => {
    const lines = [...owner.getClientRects()], line = lines.find((each) => each.top <= y && each.bottom >= y) || lines[0];
    tip.style.left = tip.style.top = 0;
    const own = tip.getBoundingClientRect(), bar = parseFloat(getComputedStyle(html).scrollPaddingTop) || 0;
    const x = Math.max(EDGE, Math.min(line.left, html.clientWidth - own.width - EDGE));
    const below = html.clientHeight - line.bottom - GAP, isAbove = own.height > below && line.top - bar > below;
    tip.style.left = `${x - own.left}px`;
    tip.style.top = `${(isAbove ? line.top - own.height - GAP : line.bottom + GAP) - own.top}px`;
  };
  const hide = () => {
    clearTimeout(coming);
    clearTimeout(leaving);
    if (owner && stop()) stop().removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
    pinned = false;
  };
  const show = (found, y) => {
    hide();
    owner = found;
    fill();
    tip.hidden = false;
    if (stop()) stop().setAttribute("aria-describedby", "kb-tip");
    place(y);
  };
  const pin = (found, y) => {
    show(found, y);
    pinned = true;
  };
  const toOwner = () => {
    quiet = true;
    stop().focus();
    quiet = false;
  };

  on(document, "mouseover", ({ target, clientY }) => {
    clearTimeout(coming);
    clearTimeout(leaving);
    const found = tip.contains(target) ? owner : outermost(target);
    if (pinned || found === owner) return;
    if (found) coming = setTimeout(show, REST, found, clientY);
    else if (!owner.contains(document.activeElement)) leaving = setTimeout(hide, LEAVE);
  });
  on(document, "focusin", ({ target }) => {
    const found = tip.contains(target) ? owner : outermost(target);
    if (quiet || found === owner) return;
    if (found) show(found); else hide();
  });
  on(document, "pointerdown", ({ pointerType }) => { touched = pointerType === "touch"; });
  on(document, "click", (event) => {
    const { target } = event, found = tip.contains(target) ? owner : outermost(target), link = target.closest("a[href]");
    clearTimeout(coming);
    if (!found || (link && tip.contains(link))) return hide();
    if (tip.contains(target) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isOpen = pinned && found === owner;
    if (link && link.matches(REAL) && (isOpen || !touched)) return; // a link like others; where nothing hovers, at the second tap
    stay(event);
    if (isOpen) hide();
    else if (getSelection().isCollapsed) pin(found, event.clientY);
  });
  document.addEventListener("keydown", (event) => {
    if (!owner) return;
    const { key, target, shiftKey } = event, links = all("a", tip);
    if (key === "Escape") {
      event.stopPropagation();
      if (tip.contains(target)) toOwner();
      hide();
    } else if (key === "Enter" && target === owner && !owner.href) pin(owner);
    else if (key === "Tab" && target === stop() && pinned && links.length && !shiftKey) {
      stay(event);
      links[0].focus();
    } else if (key === "Tab" && target === links[shiftKey ? 0 : links.length - 1]) {
      if (shiftKey) stay(event);
      toOwner(); // from there the browser goes on
    }
  }, true);
})();
