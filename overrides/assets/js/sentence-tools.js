/* What can be done with the sentence in hand, in the margin beside it, never on the text: by mouse
   (it rests on a sentence), touch (a tap) and keyboard (its address, or in reports the arrow keys). */
const sentenceTools = (() => {
  const { copy, exact, signed, sourceOf } = copying, REST = 150;
  const here = make("a", { className: "kb-here", title: "本句地址" }, "¶"), side = make("span", { className: "kb-copy kb-apart" }, here);
  let sentence, resting;

  const place = (y) => {
    const lines = [...sentence.getClientRects()], line = lines.find((each) => each.top <= y && each.bottom >= y) || lines[lines.length - 1];
    const edge = sentence.closest("p, h1, h2, h3").getBoundingClientRect().right;
    side.style.left = side.style.top = 0;
    const own = side.getBoundingClientRect(), x = Math.min(edge + 3, html.clientWidth - own.width - 1);
    let top = line.top;
    all(".count, .to-article, .chips").map((each) => each.getBoundingClientRect()).sort((a, b) => a.top - b.top).forEach((other) => {
      const beside = other.left < x + own.width && other.right > x, level = other.top < top + own.height && other.bottom > top;
      if (beside && level) top = other.bottom + 2;
    });
    side.style.left = `${x - own.left}px`;
    side.style.top = `${top - own.top}px`;
  };
  const isLink = (element) => element && element.matches(".perma");
  const take = (near, y) => {
    clearTimeout(resting);
    const own = isLink(near) ? near.previousElementSibling : near;
    if (own !== sentence || !side.parentNode) {
      sentence = own;
      const after = sentence.nextElementSibling;
      (isLink(after) ? after : sentence).after(side);
      here.href = `#${sentence.id}`;
      here.tabIndex = isLink(after) ? -1 : 0; // there the sentence's own address is a stop
    }
    side.classList.toggle("kb-focused", near === document.activeElement && isLink(near));
    place(y);
  };
  const near = ({ target }) => target.closest && target.closest("main .s, main .perma");
  on(document, "mouseover", (event) => {
    clearTimeout(resting);
    const found = near(event);
    if (found) resting = setTimeout(take, REST, found, event.clientY); // on its way to the margin the mouse crosses others
  });
  on(document, "focusin click", (event) => {
    const found = near(event);
    if (found) take(found, event.clientY);
  });

  /* Where sentences have no address of their own to step to, one of them is a stop for the Tab key. */
  const stops = all("article[data-report] .text .s, .law .text .s");
  if (stops.length) stops[0].tabIndex = 0;
  stops.forEach((each, i) => on(each, "keydown", (event) => {
    const next = event.target === each && stops[i + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (!next) return;
    stay(event);
    each.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }));
  const add = (text, title, act) => side.insertBefore(Object.assign(button(text, () => act(sentence)), { title }), here);
  add("复制", "复制本句，注明出处", (own) => copy(signed(exact(own), sourceOf(own))));
  return { add };
})();
