/* The reader's settings: size, leading, face and pinyin of the text; 简/繁 to the same spot. */
(() => {
  const panel = by("kb-reading"), opener = by("kb-reading-open");
  if (!panel) return;

  const pinyin = () => {
    const ready = window.kbWritePinyin ? Promise.resolve() : script(`${root}assets/js/pinyin-above.js`);
    ready.then(() => window.kbWritePinyin(html.dataset.pinyin)).catch(() => say("拼音表读不出来"));
  };
  all("[type=radio]", panel).forEach((choice) => {
    choice.checked = choice.value === (settings[choice.name] || "");
    choice.onchange = () => {
      kept(set(choice.name, choice.value));
      if (choice.name === "pinyin") pinyin();
    };
  });
  const show = (open) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", open);
    if (open) panel.querySelector(":checked").focus();
  };
  opener.hidden = false;
  opener.onclick = () => show(panel.hidden);
  panel.onsubmit = stay;
  on(document, "keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    opener.focus();
  });
  on(document, "click", (event) => {
    if (!panel.hidden && !panel.contains(event.target) && event.target !== opener) show(false);
  });

  /* 简/繁: the same page, the same search, the sentence at the top of the window. */
  const toggle = by("kb-script");
  if (toggle) toggle.onclick = () => {
    const first = scrollY > 200 && all("main .s[id]").find((each) => each.getBoundingClientRect().top > 56);
    toggle.search = location.search;
    toggle.hash = location.hash || (first ? first.id : "");
  };

  if (html.dataset.pinyin) pinyin();
})();
