/* Sentences go into 摘编 by the button in the margin, or by z: the one in hand, or all that are selected. */
(() => {
  const { inside } = copying;
  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return [];
    return [...new Set(inside(selection.getRangeAt(0)).map((node) => node.parentElement.closest(".s[id]")))].filter(Boolean);
  };
  const take = (own) => {
    const some = selected();
    window.kbPick(!own || some.includes(own) ? some : [own]);
  };
  sentenceTools.add("摘", "摘入摘编；选中几句，就摘几句（z）", take);
  window.kbShared.picking((target) => {
    const own = target.matches(".perma") ? target.previousElementSibling : target.closest(".s[id]");
    if (own || selected().length) take(own);
  });
})();
