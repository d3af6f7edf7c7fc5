'use strict';
// All content comes from outside and is hostile: it enters the page as text nodes and numbers only.
(() => {
  const story = JSON.parse(document.getElementById('story').textContent);
  const ROW = 26, LINE = 24, OVERSCAN = 12, MAX_SHOWN = 500;
  const $ = (id) => document.getElementById(id);
  const { spans, lines, services } = story;
  const total = Math.max(1, story.duration);
  const state = { chosen: -1, line: -1, view: 'spans', from: 0, to: total, hits: null, service: '', level: 'all', printing: false };
  const LEVELS = ['UNKNOWN', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

  lines.sort((a, b) => a.at - b.at);
  const linesOf = new Map();
  lines.forEach((line, index) => {
    if (!linesOf.has(line.span)) linesOf.set(line.span, []);
    linesOf.get(line.span).push(index);
  });

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined && text !== null) element.textContent = text;
    return element;
  }
  const hues = new Map(services.map((name, i) => [name, Math.round((i * 137.508 + 210) % 360)]));
  const colour = (service) => `hsl(${hues.has(service) ? hues.get(service) : 0} 55% 50%)`;

  function duration(nanos) {
    const n = Math.abs(nanos);
    if (n === 0) return '0';
    const text = n < 1e3 ? `${Math.round(n)} ns` : n < 1e6 ? `${(n / 1e3).toFixed(n < 1e4 ? 1 : 0)} µs`
      : n < 1e9 ? `${(n / 1e6).toFixed(n < 1e7 ? 1 : 0)} ms` : n < 6e10 ? `${(n / 1e9).toFixed(2)} s`
      : n < 3.6e12 ? `${Math.floor(n / 6e10)} min ${Math.round(n % 6e10 / 1e9)} s` : `${(n / 3.6e12).toFixed(1)} h`;
    return (nanos < 0 ? '−' : '') + text;
  }

  // ---- a list of which only the visible rows exist
  function list(scroll, height, count, draw) {
    const spacer = scroll.querySelector('.spacer');
    const drawn = new Map();
    function paint(all) {
      const n = count();
      spacer.style.height = `${n * height}px`;
      const first = all ? 0 : Math.max(0, Math.floor(scroll.scrollTop / height) - OVERSCAN);
      const last = all ? Math.min(n, 5000) : Math.min(n, Math.ceil((scroll.scrollTop + scroll.clientHeight) / height) + OVERSCAN);
      for (const element of drawn.values()) element.remove();
      drawn.clear();
      const fragment = document.createDocumentFragment();
      for (let i = first; i < last; i++) {
        const element = draw(i);
        element.style.top = `${i * height}px`;
        drawn.set(i, element);
        fragment.append(element);
      }
      spacer.append(fragment);
    }
    scroll.addEventListener('scroll', () => requestAnimationFrame(() => paint(false)), { passive: true });
    return {
      paint,
      show(i) {
        const top = i * height;
        if (top < scroll.scrollTop) scroll.scrollTop = top;
        else if (top + height > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + height - scroll.clientHeight;
      }
    };
  }

  // ---- timeline
  const share = (offset) => (offset - state.from) / (state.to - state.from) * 100;

  function drawSpan(i) {
    const span = spans[i];
    const row = make('div', 'row');
    row.setAttribute('role', 'option');
    row.id = `span-${i}`;
    row.setAttribute('aria-selected', String(i === state.chosen));
    if ((state.hits && !state.hits.spans.has(i)) || (state.service && span.service !== state.service)) row.classList.add('miss');
    const name = make('div', 'name');
    name.style.paddingLeft = `${16 + Math.min(span.depth, 40) * 14}px`;
    const dot = make('span', 'dot');
    dot.style.background = colour(span.service);
    name.append(dot, make('span', 'what' + (span.status === 'ERROR' ? ' failed' : ''), span.name), make('span', 'who', span.service));
    const track = make('div', 'track');
    const left = share(span.start), width = (span.duration) / (state.to - state.from) * 100;
    if (left <= 100 && left + width >= 0) {
      const bar = make('div', 'bar' + (span.critical ? ' critical' : '') + (span.status === 'ERROR' ? ' bad' : ''));
      bar.style.background = colour(span.service);
      const from = Math.max(left, -1), to = Math.min(left + width, 101);
      bar.style.left = `${from}%`;
      bar.style.width = `${Math.max(to - from, 0)}%`;
      const time = make('span', 'time', duration(span.duration) + (span.status === 'ERROR' ? '  failed' : ''));
      if (to < 78) time.style.left = `calc(${Math.max(to, 0)}% + 6px)`;
      else if (from > 22) time.style.right = `calc(${100 - Math.min(from, 100)}% + 6px)`;
      else { time.style.left = `calc(${Math.max(from, 0)}% + 8px)`; time.classList.add('inside'); }
      track.append(bar, time);
      for (const index of (linesOf.get(i) || []).slice(0, MAX_SHOWN)) {
        const line = lines[index];
        if (LEVELS.indexOf(line.level) >= 4) {
          const tick = make('div', 'tick' + (LEVELS.indexOf(line.level) > 4 ? ' bad' : ''));
          tick.style.left = `${share(line.at)}%`;
          track.append(tick);
        }
      }
    }
    row.append(name, track);
    row.title = `${span.service} ${span.name} ${duration(span.duration)}`;
    row.addEventListener('click', () => choose(i));
    return row;
  }

  const timeline = list($('rows'), ROW, () => spans.length, drawSpan);

  function ticks() {
    const box = $('ticks');
    box.replaceChildren();
    const step = Math.pow(10, Math.floor(Math.log10((state.to - state.from) / 4)));
    const size = [1, 2, 5, 10].map((f) => f * step).find((s) => (state.to - state.from) / s <= 6) || step * 10;
    for (let at = Math.ceil(state.from / size) * size; at <= state.to; at += size) {
      const tick = make('span', '', duration(at));
      tick.style.left = `${share(at)}%`;
      box.append(tick);
    }
  }

  function zoom(factor, centre) {
    const middle = centre === undefined ? (state.from + state.to) / 2 : centre;
    const width = Math.min(total, Math.max(100, (state.to - state.from) * factor));
    showWindow(middle - (middle - state.from) / (state.to - state.from) * width, width);
  }
  function showWindow(from, width) {
    state.from = Math.max(0, Math.min(from, total - width));
    state.to = Math.min(total, state.from + width);
    paint();
  }
  $('rows').addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    const box = $('ticks').getBoundingClientRect();
    const at = state.from + (event.clientX - box.left) / box.width * (state.to - state.from);
    zoom(event.deltaY > 0 ? 1.25 : 0.8, Math.max(state.from, Math.min(state.to, at)));
  }, { passive: false });
  $('ticks').addEventListener('pointerdown', (event) => {
    const box = $('ticks').getBoundingClientRect();
    const at = (e) => Math.max(0, Math.min(1, (e.clientX - box.left) / box.width));
    const begun = at(event), range = make('div', 'range');
    $('ticks').append(range);
    const move = (e) => {
      range.style.left = `${Math.min(begun, at(e)) * 100}%`;
      range.style.width = `${Math.abs(at(e) - begun) * 100}%`;
    };
    const up = (e) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      range.remove();
      const width = state.to - state.from, a = Math.min(begun, at(e)), b = Math.max(begun, at(e));
      if (b - a > 0.01) showWindow(state.from + a * width, Math.max(100, (b - a) * width));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
  });

  // ---- log lines
  let shownLines = lines.map((_, i) => i);
  function filterLines() {
    const least = LEVELS.indexOf(state.level);
    shownLines = [];
    lines.forEach((line, i) => {
      if (least > 0 && LEVELS.indexOf(line.level) < least) return;
      if (state.service && line.service !== state.service) return;
      if (state.hits && !state.hits.lines.has(i)) return;
      shownLines.push(i);
    });
  }
  function drawLine(n) {
    const i = shownLines[n], line = lines[i];
    const row = make('div', 'line mono');
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', String(i === state.line));
    row.append(make('span', 'at', duration(line.at)), make('span', `level ${line.level}`, line.level),
      make('span', 'by', line.service), make('span', 'message', line.message));
    row.addEventListener('click', () => chooseLine(i));
    return row;
  }
  const entries = list($('entries'), LINE, () => shownLines.length, drawLine);

  // ---- details
  function table(rows) {
    const element = make('table'), body = make('tbody');
    for (const [key, value] of rows) {
      const row = make('tr');
      row.append(make('td', '', key), make('td', 'mono', value));
      body.append(row);
    }
    element.append(body);
    return element;
  }
  function entry(line) {
    const element = make('div', 'entry');
    element.append(make('span', 'mono', duration(line.at) + '  '), make('span', `level ${line.level}`, line.level), make('span', '', line.message));
    if (line.stack) element.append(make('pre', '', line.stack));
    return element;
  }
  function detailOfSpan(i) {
    const span = spans[i], box = document.createDocumentFragment();
    box.append(make('h1', span.status === 'ERROR' ? 'FAILED' : '', span.name));
    const facts = [['service', span.service], ['kind', span.kind.toLowerCase()], ['starts after', duration(span.start)],
      ['takes', duration(span.duration)], ['of it itself', duration(span.self)], ['critical path', span.critical ? 'yes' : 'no'],
      ['status', span.status + (span.statusMessage ? `: ${span.statusMessage}` : '')], ['trace id', span.traceId], ['span id', span.spanId]];
    if (span.marks.length) facts.push(['marks', span.marks.join(', ')]);
    if (span.sources.length) facts.push(['known to', span.sources.join(', ')]);
    box.append(table(facts));
    if (span.events.length) {
      box.append(make('h2', '', 'Events'));
      for (const event of span.events) {
        const element = make('div', 'entry');
        element.append(make('span', 'mono', duration(event.at) + '  '), make('strong', '', event.name));
        for (const [key, value] of event.attributes) element.append(make(key.endsWith('stacktrace') ? 'pre' : 'div', 'mono', key.endsWith('stacktrace') ? value : `${key} = ${value}`));
        box.append(element);
      }
    }
    const own = linesOf.get(i) || [];
    box.append(make('h2', '', own.length ? `Log lines (${own.length})` : 'No log lines'));
    for (const index of own.slice(0, MAX_SHOWN)) box.append(entry(lines[index]));
    if (own.length > MAX_SHOWN) box.append(make('p', '', `… and ${own.length - MAX_SHOWN} more, under “Log lines”`));
    if (span.attributes.length) box.append(make('h2', '', 'Attributes'), table(span.attributes));
    return box;
  }
  function detailOfLine(i) {
    const line = lines[i], box = document.createDocumentFragment();
    box.append(make('h1', LEVELS.indexOf(line.level) > 4 ? 'FAILED' : '', line.message.slice(0, 2000)));
    box.append(table([['after', duration(line.at)], ['level', line.level], ['service', line.service], ['logger', line.logger || ''],
      ['thread', line.thread || ''], ['found in', line.origin]].filter((fact) => fact[1])));
    if (line.stack) box.append(make('h2', '', 'Exception'), make('pre', '', line.stack));
    if (line.fields.length) box.append(make('h2', '', 'Fields'), table(line.fields));
    if (line.span >= 0) {
      const button = make('button', '', 'Show its span');
      button.addEventListener('click', () => { view('spans'); choose(line.span); });
      box.append(make('h2', '', 'Span'), button);
    }
    return box;
  }
  function choose(i) {
    if (!spans.length) return;
    state.chosen = Math.max(0, Math.min(spans.length - 1, i));
    $('detail').replaceChildren(detailOfSpan(state.chosen));
    timeline.show(state.chosen);
    timeline.paint(false);
    $('rows').setAttribute('aria-activedescendant', `span-${state.chosen}`);
  }
  function chooseLine(i) {
    state.line = i;
    $('detail').replaceChildren(detailOfLine(i));
    const n = shownLines.indexOf(i);
    if (n >= 0) entries.show(n);
    entries.paint(false);
  }

  // ---- services: columns by how far they are from the first
  function graph() {
    const SVG = 'http://www.w3.org/2000/svg';
    const svg = (tag, attributes, text) => {
      const element = document.createElementNS(SVG, tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text !== undefined) element.textContent = text;
      return element;
    };
    const nodes = new Map(services.map((name) => [name, { name, level: 0, spans: 0, errors: 0, self: 0 }]));
    const edges = new Map();
    for (const span of spans) {
      const node = nodes.get(span.service);
      if (!node) continue;
      node.spans++; node.self += span.self;
      if (span.status === 'ERROR') node.errors++;
      const parent = span.parent >= 0 ? spans[span.parent] : null;
      if (parent && parent.service !== span.service && nodes.has(parent.service)) {
        const key = JSON.stringify([parent.service, span.service]);
        const edge = edges.get(key) || { from: parent.service, to: span.service, calls: 0, errors: 0, time: 0 };
        edge.calls++; edge.time += span.duration;
        if (span.status === 'ERROR') edge.errors++;
        edges.set(key, edge);
      }
    }
    for (let round = 0; round < Math.min(nodes.size, 30); round++) {
      for (const edge of edges.values()) {
        const to = nodes.get(edge.to), from = nodes.get(edge.from);
        if (to.level <= from.level && from.level < 30 && to !== from) to.level = Math.min(from.level + 1, nodes.size - 1);
      }
    }
    const columns = new Map();
    for (const node of nodes.values()) {
      const column = columns.get(node.level) || [];
      columns.set(node.level, column);
      node.x = 20 + node.level * 340; node.y = 20 + column.length * 92;
      column.push(node);
    }
    const width = 260 + 340 * Math.max(0, ...columns.keys()), height = 20 + 92 * Math.max(1, ...[...columns.values()].map((c) => c.length));
    const root = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Services and their calls' });
    const defs = svg('defs', {}), arrow = svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' });
    arrow.append(svg('path', { d: 'M0 0 L8 4 L0 8' }));
    defs.append(arrow);
    root.append(defs);
    for (const edge of edges.values()) {
      const a = nodes.get(edge.from), b = nodes.get(edge.to);
      const x1 = a.x + 200, y1 = a.y + 32, x2 = b.x, y2 = b.y + 32, bend = Math.max(40, Math.abs(x2 - x1) / 2);
      root.append(svg('path', { d: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, 'marker-end': 'url(#arrow)', class: edge.errors ? 'bad' : '' }));
      root.append(svg('text', { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 6, 'text-anchor': 'middle', class: 'sub' },
        `${edge.calls}×, ${duration(edge.time)}`));
      if (edge.errors) root.append(svg('text', { x: (x1 + x2) / 2, y: (y1 + y2) / 2 + 16, 'text-anchor': 'middle', class: 'sub' }, `${edge.errors} failed`));
    }
    for (const node of nodes.values()) {
      const box = svg('g', {});
      box.append(svg('rect', { x: node.x, y: node.y, width: 200, height: 64, rx: 8, class: node.errors ? 'bad' : '' }),
        svg('text', { x: node.x + 14, y: node.y + 27 }, node.name.length > 24 ? node.name.slice(0, 23) + '…' : node.name || '(unknown)'),
        svg('text', { x: node.x + 14, y: node.y + 48, class: 'sub' }, `${node.spans} spans, ${duration(node.self)} itself${node.errors ? `, ${node.errors} failed` : ''}`));
      root.append(box);
    }
    $('graph').replaceChildren(root);
  }

  // ---- search
  function search(text) {
    const wanted = text.trim().toLowerCase();
    if (!wanted) state.hits = null;
    else {
      const has = (value) => typeof value === 'string' && value.toLowerCase().includes(wanted);
      const hits = { spans: new Set(), lines: new Set() };
      spans.forEach((span, i) => {
        if (has(span.name) || has(span.service) || has(span.spanId) || has(span.statusMessage) || span.attributes.some((a) => has(a[0]) || has(a[1]))
          || span.events.some((e) => has(e.name) || e.attributes.some((a) => has(a[1])))) hits.spans.add(i);
      });
      lines.forEach((line, i) => {
        if (has(line.message) || has(line.service) || has(line.logger) || has(line.stack) || line.fields.some((f) => has(f[0]) || has(f[1]))) {
          hits.lines.add(i);
          if (line.span >= 0) hits.spans.add(line.span);
        }
      });
      state.hits = hits;
    }
    $('hits').textContent = state.hits ? `${state.hits.spans.size} spans, ${state.hits.lines.size} lines` : '';
    filterLines();
    paint();
  }
  function nextHit() {
    if (!state.hits) return;
    if (state.view === 'lines') {
      const n = shownLines.indexOf(state.line);
      if (shownLines.length) chooseLine(shownLines[(n + 1) % shownLines.length]);
      return;
    }
    const all = [...state.hits.spans].sort((a, b) => a - b);
    if (all.length) choose(all.find((i) => i > state.chosen) ?? all[0]);
  }

  // ---- views, keys, theme
  function view(name) {
    state.view = name;
    for (const tab of document.querySelectorAll('[role=tab]')) {
      const on = tab.dataset.view === name;
      tab.setAttribute('aria-selected', String(on));
      $(tab.dataset.view).hidden = !on;
    }
    $('detail').hidden = name === 'map' || name === 'searched';
    if (name === 'map') graph();
    paint();
  }
  function paint() {
    ticks();
    timeline.paint(state.printing);
    if (state.view === 'lines' || state.printing) entries.paint(state.printing);
  }
  function theme(name) {
    document.documentElement.dataset.theme = name;
  }
  theme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const toggle = () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  function firstError() {
    if (story.firstError && story.firstError.span >= 0) { view('spans'); choose(story.firstError.span); }
  }
  function step(by) {
    if (state.view === 'lines') {
      const n = Math.max(0, Math.min(shownLines.length - 1, shownLines.indexOf(state.line) + by));
      if (shownLines.length) chooseLine(shownLines[n]);
    } else choose(state.chosen + by);
  }
  const pan = (by) => showWindow(state.from + by * (state.to - state.from), state.to - state.from);
  const keys = {
    ArrowDown: () => step(1), ArrowUp: () => step(-1), PageDown: () => step(20), PageUp: () => step(-20),
    Home: () => step(-1e9), End: () => step(1e9), ArrowLeft: () => pan(-0.2), ArrowRight: () => pan(0.2),
    '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2), 0: () => showWindow(0, total), e: firstError, n: nextHit, t: toggle,
    '/': () => $('search').focus(), '?': () => $('keys').showModal(),
    1: () => view('spans'), 2: () => view('lines'), 3: () => view('map'), 4: () => view('searched')
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $('keys').open) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing) {
      if (event.key === 'Escape' || event.key === 'Enter') { event.target.blur(); if (event.key === 'Enter') nextHit(); }
      return;
    }
    const action = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (action) { event.preventDefault(); action(); }
  });
  for (const tab of document.querySelectorAll('[role=tab]')) tab.addEventListener('click', () => view(tab.dataset.view));
  $('in').addEventListener('click', () => zoom(0.5));
  $('out').addEventListener('click', () => zoom(2));
  $('fit').addEventListener('click', () => showWindow(0, total));
  $('theme').addEventListener('click', toggle);
  $('help').addEventListener('click', () => $('keys').showModal());
  let timer = 0;
  $('search').addEventListener('input', (event) => { clearTimeout(timer); timer = setTimeout(() => search(event.target.value), 120); });
  $('level').addEventListener('change', (event) => { state.level = event.target.value; filterLines(); view('lines'); });
  $('service').addEventListener('change', (event) => { state.service = event.target.value; filterLines(); paint(); });
  for (const name of services) $('service').append(new Option(name, name));
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', () => navigator.clipboard && navigator.clipboard.writeText(button.dataset.copy).then(() => { button.textContent = 'Copied'; }, () => {}));
  }
  for (const button of document.querySelectorAll('[data-first-error]')) button.addEventListener('click', firstError);
  addEventListener('resize', paint);
  addEventListener('beforeprint', () => { state.printing = true; showWindow(0, total); });
  addEventListener('afterprint', () => { state.printing = false; paint(); });

  filterLines();
  if (!spans.length) view('lines');
  else { paint(); choose(story.firstError && story.firstError.span >= 0 ? story.firstError.span : 0); }
  document.documentElement.dataset.ready = 'true';
})();
