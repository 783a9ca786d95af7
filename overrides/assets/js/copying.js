/* Copying with the source named: a button after the sentence in hand; seen by all parts. */
const copying = (() => {
  const exact = (element) => {
    const copy = element.cloneNode(true);
    all("rt, .perma, .at, .count, .kb-copy", copy).forEach((each) => each.remove());
    return copy.textContent.trim();
  };
  const source = (element) => {
    const named = element.closest("[data-cite]"), section = element.closest("section.a"), line = element.closest("p");
    const at = line && line.querySelector(".at"), place = at ? at.title : ""; // 第二款第（三）项
    if (named) return named.dataset.cite + place;
    return `《${exact(document.querySelector("main h1"))}》${section ? section.getAttribute("aria-label") + place : ""}`;
  };
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
  const copier = button("复制", () => copy(`${exact(sentence)}（${source(sentence)}）`), "kb-copy");
  let sentence;
  copier.title = "复制本句，注明出处";
  const isLink = (element) => element && element.matches(".perma");
  on(document, "mouseover focusin click", (event) => {
    const near = event.target.closest("main .s, main .perma");
    if (!near) return;
    sentence = isLink(near) ? near.previousElementSibling : near;
    const after = sentence.nextElementSibling;
    (isLink(after) ? after : sentence).after(copier);
  });
  return { exact, source, copy };
})();
