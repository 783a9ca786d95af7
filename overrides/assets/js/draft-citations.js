/* 核稿: each 第X条, 款 and 项 that is cited (citation-grammar.js), and which document it is of: the plain
   form of generator/linking/citations.py. */
/** The citations of a text: {start, end, base, article, path, paragraph, item}. */
function citationsIn(text) {
  const titles = titlesIn(text), said = new Map(), found = [];
  const full = (name) => tables.bases.find((base) => base.full === name || name.length >= 9 && base.full.endsWith(name));
  for (const match of all(/(?:以下|下文|后文|本文)?(?:分别|统一)?[统简通合均]?称[为作]?[：: ]*[《“"「『]([^《》“”"「」『』\n]{1,30})[》”"」』]/g, text)) {
    const before = titles.filter(({ end }) => end <= match.index).pop();
    if (before && match.index - before.end < 70) said.set(plainName(match[1]), (full(plainName(before.name)) || { id: null }).id);
  }
  const ofTitle = (name) => {
    name = plainName(name);
    if (said.has(name)) return said.get(name);
    const whole = full(name);
    if (whole) return whole.id;
    const meant = tables.bases.filter((base) => base.forms.includes(name));
    const some = meant.length ? meant : tables.bases.filter((base) => isShortFor(name, base.stem));
    if (some.length !== 1) return null;
    const rivals = titles.map((title) => plainName(title.name)).filter((title) => title !== name && kindOf(title) === kindOf(name) && title !== kindOf(title) && !said.has(title) && (title.endsWith(name) || isShortFor(name, title)));
    return rivals.length && rivals.every((title) => full(title) !== some[0]) ? null : some[0].id;
  };
  const documents = titles.map(({ start, end, name }) => ({ start, end, name, base: ofTitle(name) }));
  let last = { base: null, targets: [], end: 0 }, passed = 0;
  const named = [];
  for (let at = 0; at < text.length; at++) {
    if (!"第前同本该此".includes(text[at])) continue;
    while (passed < documents.length && documents[passed].end <= at) named.push(documents[passed++]);
    if (passed < documents.length && documents[passed].start < at) { at = documents[passed].end - 1; continue; }
    const relative = text[at] === "第" ? null : matchAt(RELATIVE, text, at), start = at;
    if (text[at] !== "第" && (!relative || /[目以之提当面眼日此空]$/.test(text.slice(Math.max(0, at - 1), at)))) continue;
    let read, base, known = false;
    if (relative) {
      const before = last.targets[last.targets.length - 1];
      if (!before || !near(text, last.end, start, 2)) continue;
      const own = relative[0].endsWith("条") ? [relative[0][0] === "前" ? before[0] - 1 : before[0], relative[0][0] === "前" ? 0 : before[1], 0, 0] : relative[0] === "前款" ? [before[0], before[1], Math.max(1, (before[2] || 2) - 1), 0] : [before[0], before[1], before[2], Math.max(1, (before[3] || 2) - 1)];
      const inside = within(text, start + relative[0].length, own);
      read = { targets: inside ? inside.targets.map(([, , paragraph, item]) => [own[0], own[1], paragraph || own[2], item]) : [own], end: inside ? inside.end : start + relative[0].length };
      base = last.base;
      known = true;
    } else {
      read = provisionsAt(text, start);
      if (!read) continue;
      const title = named[named.length - 1], words = text.slice(Math.max(last.end, title ? title.end : 0, start - 16), start);
      let pointing, noun;
      if (title && title.end >= last.end && start - title.end <= 90 && BEHIND_TITLE.test(text.slice(title.end, start))) [base, known] = [title.base, true];
      else if ((pointing = POINTING.exec(words))) {
        const kind = pointing[2], any = /法规|法律|规章|文件/.test(kind), same = named.filter((each) => any || plainName(each.name).endsWith(kind)).pop(), own = tables.bases.filter((each) => each.full.endsWith(kind));
        base = same ? same.base : pointing[1] === "本" && own.length === 1 ? own[0].id : null;
        known = true;
      } else if ((noun = NOUN.exec(words)) && !(title && /^\s*的?(?:有关|相关|明确|具体)?规定的?\s*$/.test(text.slice(title.end, start)))) {
        const name = plainName(words.replace(/[（(的中里\s]+$/, "")).replace(/^.*[，。；：、]/, "");
        base = (tables.bases.find((each) => [each.full, ...each.forms].some((form) => form.length > 2 && name.endsWith(form))) || { id: null }).id;
        named.push({ end: start, name, base });
        known = true;
      } else if (!COUNTED.test(text.slice(read.end))) {
        const since = Math.max(last.end, title ? title.end : 0);
        if (since && near(text, since, start, 1)) [base, known] = [since === last.end ? last.base : title.base, true];
        else if (CITING.test(text.slice(Math.max(0, start - 2), start)) && read.targets[0][0] && new Set(named.map((each) => each.base)).size === 1) [base, known] = [named[0].base, true];
      }
      const before = last.targets[last.targets.length - 1];
      if (known && !read.targets[0][0]) read.targets = before ? read.targets.map(([, , paragraph, item]) => [before[0], before[1], paragraph, item]) : [];
    }
    if (!known || !read.targets.length) continue;
    last = { base, targets: read.targets, end: read.end };
    if (base) for (const [article, branch, paragraph, item] of read.targets) found.push(...cited(start, read.end, base, article, branch, paragraph, item, read.part));
    at = read.end - 1;
  }
  return found;
}
function all(form, text) {
  const found = [];
  for (let match; (match = form.exec(text));) found.push(match);
  return found;
}
function near(text, end, start, most) {
  const between = text.slice(end, start);
  return between.length < 1000 && !between.includes("\n") && (between.replace(/[“「『][^“「」『』”\n]{0,400}[”」』]/g, "").match(STOPS) || []).length <= most;
}
function cited(start, end, id, number, branch, paragraph, item, part) {
  const base = tables.bases.find((each) => each.id === id);
  let path = branch ? [number, branch] : [number];
  if (base.restarts) {
    if (part) path = [part, number || item]; else if (number && item) { path = [number, item]; item = 0; } else return [];
  }
  const article = base.articles.find((each) => each.path === path.join("-"));
  return [{ start, end, base: id, path, article: article ? article.number : 0, paragraph, item }];
}

// --- whether what is cited is there

/** The citations of a draft: {start, end, name, page, exists, quotation, stands}. */
function findCitations(text, quotations) {
  return citationsIn(text).map((one) => {
    const base = tables.bases.find((each) => each.id === one.base), article = base.articles.find((each) => each.number === one.article), found = { start: one.start, end: one.end, base: one.base, article: one.article, quotation: quotationOf(text, one, quotations), stands: false };
    if (!article) return Object.assign(found, { name: `${base.short}第${numeral(one.path[one.path.length - 1])}条`, page: "", exists: false });
    const unit = one.paragraph || one.item ? unitOf(article, one.paragraph, one.item) : null, told = !one.paragraph && !one.item ? "" : !one.item ? `第${numeral(one.paragraph)}款` : `${one.paragraph ? `第${numeral(one.paragraph)}款` : ""}第（${numeral(one.item)}）项`;
    const quoted = quotations[found.quotation];
    found.stands = Boolean(quoted) && quoted.places.some((place) => place.base === one.base && place.article === one.article && (!told || unit && unit[1] <= place.start && place.end <= unit[2]));
    return Object.assign(found, { name: base.short + article.name + told, page: article.page, exists: !told || Boolean(unit) });
  });
}
function unitOf({ units }, paragraph, item) {
  return units.find(([address]) => {
    const steps = /^k(\d+)(?:x(\d+))?$/.exec(address);
    return steps && (Number(steps[1]) === paragraph && Number(steps[2] || 0) === item || item && !paragraph && Number(steps[2]) === item);
  });
}
function quotationOf(text, one, quotations) {
  let behind = -1, before = -1;
  quotations.forEach(({ start, end }, at) => {
    const between = text.slice(one.end, start);
    if (start >= one.end && behind < 0 && between.length <= 40 && !/[。！？!?；;\n]/.test(between)) behind = at;
    if (end <= one.start && /^[”」』。；]{0,3}[（(](?:见|引自|参见|载)?[^（）()。]{0,24}$/.test(text.slice(end, one.start))) before = at;
  });
  return before >= 0 ? before : behind;
}
function numeral(value) {
  const digits = "零一二三四五六七八九";
  let written = "";
  for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(value / unit) % 10;
    if (digit) written += digits[digit] + name; else if (written && value % unit && !written.endsWith("零")) written += "零";
  }
  return written.replace(/^一十/, "十");
}
