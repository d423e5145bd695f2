/*
 * Judges a page of mlint report inside a browser, as a person with a phone, a keyboard or a screen reader would meet it, and writes the
 * verdict over the page: lines "WRONG: ..." and the outline of its structure. tests/report/page puts it into a copy of the page.
 */
(() => {
	const wrong = [], all = (selector, from = document) => [...from.querySelectorAll(selector)];
	const say = (what, element) => wrong.push(what + (element ? ": " + element.outerHTML.slice(0, 120).replace(/\s+/g, " ") : ""));

	/* Contrast of WCAG 2.2, of text against the nearest background that is painted. */
	const rgb = color => (color.match(/[\d.]+/g) || []).map(Number);
	const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
		.reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
	const background = element => {
		for (let at = element; at; at = at.parentElement) {
			const color = rgb(getComputedStyle(at).backgroundColor);
			if (color.length && (color.length < 4 || color[3] === 1)) return color;
		}
		return [255, 255, 255];
	};
	const ratio = (a, b) => {
		const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
		return (x + 0.05) / (y + 0.05);
	};
	const svgBackground = element => {
		const box = element.closest("g")?.querySelector("rect");
		return box ? rgb(getComputedStyle(box).fill) : background(element);
	};
	for (const element of all("body *")) {
		if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || element.closest("title, desc, style, script")) continue;
		const style = getComputedStyle(element), svg = element.closest("svg");
		const got = ratio(rgb(svg ? style.fill : style.color), svg ? svgBackground(element) : background(element));
		if (got < 4.5) say("contrast " + got.toFixed(2), element);
	}

	/* Short words stay whole, however narrow their column. */
	const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), range = document.createRange();
	for (let text = texts.nextNode(); text; text = texts.nextNode())
		for (const word of text.data.matchAll(/(?<![^\s])[a-z]{2,12}(?![^\s])/gi)) {
			range.setStart(text, word.index);
			range.setEnd(text, word.index + word[0].length);
			const tops = [...range.getClientRects()].map(r => r.bottom);
			if (Math.max(...tops) - Math.min(...tops) > 12) say("a word is broken: " + word[0], text.parentElement);
		}

	/* Headings go down one step at a time; one h1. */
	let level = 0;
	for (const h of all("h1, h2, h3, h4, h5, h6")) {
		const now = Number(h.tagName[1]);
		if (now > level + 1) say("heading skips a level", h);
		if (!h.textContent.trim()) say("empty heading", h);
		level = now;
	}
	if (all("h1").length !== 1) say("there are " + all("h1").length + " h1");

	/* Landmarks, labels, tables. */
	for (const landmark of ["header", "main", "footer"])
		if (all("body > " + landmark).length !== 1) say("not one " + landmark);
	for (const nav of all("nav")) if (!nav.getAttribute("aria-label")) say("nav without a label", nav);
	for (const part of all("section, article")) {
		const by = document.getElementById(part.getAttribute("aria-labelledby"));
		if (!by || !by.textContent.trim()) say("part without a label", part);
	}
	for (const image of all("svg, img"))
		if (image.getAttribute("role") !== "img" || !(image.getAttribute("aria-labelledby") || "").split(" ").every(id => document.getElementById(id)?.textContent))
			say("image without a label", image);
	for (const table of all("table")) {
		if (!table.caption?.textContent.trim()) say("table without a caption", table);
		for (const th of all("th", table)) if (!["col", "row"].includes(th.scope)) say("header without a scope", th);
		const columns = all("thead th", table).length;
		for (const row of all("tbody tr", table)) if (row.cells.length !== columns) say("row of " + row.cells.length + " cells, not " + columns, row);
		if (getComputedStyle(table).display !== "table" && table.getAttribute("role") !== "table") say("table that is none to a screen reader", table);
	}

	/* Keyboard: what takes the focus has a name, shows that it has the focus, and leads somewhere; in the order of the page. */
	const stops = all("a[href], button, input, select, textarea, [tabindex]");
	for (const stop of stops) {
		if (stop.tabIndex > 0) say("order of its own", stop);
		if (stop.tagName === "A" && !stop.textContent.trim()) say("link without a name", stop);
		const target = stop.getAttribute("href");
		if (target && (target[0] !== "#" || !document.getElementById(target.slice(1)))) say("link to nowhere", stop);
	}
	if (!stops[0]?.classList.contains("skip")) say("the first stop is not the way past the head");
	for (const stop of stops.filter(s => s.tagName === "A")) {
		stop.focus({ focusVisible: true });
		if (document.activeElement !== stop) say("takes no focus", stop);
	}
	/* A window without a screen never has the focus itself, so that the rules are asked what they would show. */
	const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]), rule = selector => rules.find(r => r.selectorText === selector)?.style;
	if (!(parseFloat(rule(":focus-visible")?.outlineWidth) >= 2)) say("focus is not seen");
	if (!(parseFloat(rule(".skip:focus")?.left) >= 0)) say("the way past the head stays hidden with the focus");
	if (rules.some(r => /outline(-style|-width)?: (none|0)/.test(r.cssText) && !/^main:focus/.test(r.cssText))) say("a rule takes the focus' outline away");

	/* The document: its language, its name, its width; ids are of one element each. */
	if (document.documentElement.lang !== "en") say("no language");
	if (!document.title.trim()) say("no title");
	if (!document.querySelector("meta[name=viewport]")) say("no viewport");
	const ids = all("[id]").map(e => e.id);
	for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) say("id twice: " + id);
	const room = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > room) say("wider than the window: " + document.documentElement.scrollWidth + " of " + room);
	for (const e of all("script, link, iframe, object, embed, form, img, [onload], [onerror], [onclick]"))
		if (!e.hasAttribute("data-judge")) say("does not belong on the page", e);

	const outline = all("header, main, nav, article, section, footer, h1, h2, h3, h4, table, svg").map(e => {
		const name = e.tagName.toLowerCase();
		if (/^h\d$/.test(name)) return name + " " + e.textContent.trim().replace(/\s+/g, " ");
		if (name === "table") return "table " + all("thead th", e).map(th => th.textContent).join(", ") + ": " + all("tbody tr", e).length + " rows";
		return name;
	});
	const pre = document.createElement("pre");
	pre.textContent = [...wrong.map(w => "WRONG: " + w), ...outline, "dark " + matchMedia("(prefers-color-scheme: dark)").matches, "width " + innerWidth].map(line => "| " + line).join("\n");
	document.body.replaceChildren(pre);
})();
