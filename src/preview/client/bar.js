// What the preview draws over the page: bar, list of problems, marks, frames, sharing with a phone.
//
// All of it lies in one element with a shadow root beside <body>, so that it neither changes the page nor is changed by
// it. In go answers of the server; out come calls of `post` and the reader's wishes, kept in the browser.

const SIZES = { 0: 0, 360: 360, 768: 768, 1280: 1280, print: 794 };
const MARKS = 300; // drawn at most

const keep = (store, key) => ({
  get: () => JSON.parse(store.getItem(key) ?? '{}'),
  set: (change) => store.setItem(key, JSON.stringify({ ...JSON.parse(store.getItem(key) ?? '{}'), ...change })),
});
const habits = keep(localStorage, 'trangxa-bar'); // folded, top, stay
const tab = keep(sessionStorage, 'trangxa-tab'); // pinned
const looks = keep(sessionStorage, 'trangxa-look'); // size, dark, contrast, grey

/** An element: attributes, listeners (`onclick`), children. */
function make(tag, attributes = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else if (value === true) el.setAttribute(name, '');
    else if (value !== false && value != null) el.setAttribute(name, value);
  }
  el.append(...children.filter((child) => child != null && child !== false));
  return el;
}

/** The day in `trangxa-view=public:DAY`, '' for today, null for the editor's view. */
function publicDay() {
  const [, all, day] = document.cookie.match(/(?:^|;\s*)trangxa-view=(public(?::([\d-]+))?)/) ?? [];
  return all ? day ?? '' : null;
}

const dayText = (day) => day.split('-').reverse().join('/');

export class Bar {
  #words;
  #path;
  #post;
  #changedView;
  #root;
  #parts = {};
  #facts = { hidden: [] };
  #problems = [];
  #seen = new Set(); // problems that the reader has closed
  #sharing = null;
  #drawing = 0;

  constructor({ words, style, path, post, changedView }) {
    this.#words = words;
    this.#path = path;
    this.#post = post;
    this.#changedView = changedView;
    const host = make('trangxa-preview', { lang: words.lang ?? 'vi' });
    this.#root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    this.#build();
    document.documentElement.append(host);
    this.#arrange();
    this.view();
    this.#showLooks();
    const again = () => this.moved();
    new ResizeObserver(again).observe(document.body);
    new ResizeObserver(() => host.style.setProperty('--room', `${this.#parts.bar.offsetHeight}px`)).observe(this.#parts.bar);
    for (const name of ['scroll', 'resize', 'load', 'toggle']) addEventListener(name, again, { capture: true, passive: true });
    document.addEventListener('trangxa:update', again);
    document.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('message', ({ data, origin }) => { if (data === 'trangxa-close' && origin === location.origin) this.#resize('0'); });
  }

  #say(key, ...values) {
    return (this.#words[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i]);
  }

  // ---- the parts, made once

  #build() {
    const say = (key) => this.#say(key);
    const p = this.#parts;
    const button = (text, onclick, more = {}) => make('button', { type: 'button', onclick, ...more }, text);
    const popup = (name, label) => (p[name] = make('section', { class: 'popup', id: name, role: 'dialog', 'aria-label': label, hidden: true }));
    const opener = (name, text) => (p[`${name}Button`] = button(text, () => this.#toggle(name), { 'aria-expanded': 'false', 'aria-controls': name }));
    const tick = (label, why, checked, act) => make('label', { class: 'tick' },
      make('input', { type: 'checkbox', checked, onchange: ({ target }) => act(target.checked) }), make('span', {}, label, why && make('small', {}, why)));

    popup('views', say('views')).append(
      make('fieldset', {}, make('legend', {}, say('size')), ...Object.keys(SIZES).map((size) => make('label', { class: 'tick' },
        make('input', { type: 'radio', name: 'size', value: size, onchange: () => this.#resize(size) }), say(`size-${size}`)))),
      make('fieldset', {}, make('legend', {}, say('looks')), ...['dark', 'contrast', 'grey'].map((name) => tick(say(name), null, Boolean(looks.get()[name]), (on) => this.#look({ [name]: on })))),
      make('fieldset', {}, make('legend', {}, say('public')),
        make('label', { class: 'day' }, say('public-day'), p.day = make('input', { type: 'date', 'aria-describedby': 'today', value: publicDay() })),
        make('small', { id: 'today' }, say('public-today')),
        p.publicButton = button(say('public'), () => this.#viewAs(p.day.value))),
    );
    popup('phone', say('phone-title'));
    popup('more', say('more')).append(
      p.due = make('p', { class: 'next', hidden: true }),
      p.next = make('p', { class: 'next', hidden: true }),
      tick(say('follow-edit'), say('follow-edit-why'), this.follows(), (on) => habits.set({ stay: !on })),
      tick(say('pin'), say('pin-why'), this.isPinned(), (on) => { tab.set({ pinned: on }); this.#status(); }),
      p.side = button('', () => { habits.set({ top: !habits.get().top }); this.#arrange(); }),
      button(say('print'), () => print()),
    );

    p.panel = make('section', { class: 'panel', role: 'region', 'aria-labelledby': 'panel-title', hidden: true },
      make('header', {},
        p.panelTitle = make('h2', { id: 'panel-title', tabindex: '-1' }),
        p.lastGood = make('p', {}, say('last-good')),
        button(say('fold-problems'), () => this.#fold(), { class: 'fold' })),
      p.list = make('ol', { tabindex: '0', 'aria-labelledby': 'panel-title' }));

    p.bar = make('div', { class: 'bar', role: 'region', 'aria-label': say('bar') },
      p.panel,
      p.ribbon = make('p', { class: 'ribbon', hidden: true }),
      p.note = make('div', { class: 'note', role: 'status', hidden: true }),
      make('div', { class: 'row' },
        p.file = button('', () => this.#open(this.#facts.file, 1, 1), { class: 'file' }),
        p.pinned = make('span', { class: 'pinned', hidden: true }, say('pin')),
        p.errors = button('', () => this.#unfold('error'), { class: 'count error', 'aria-expanded': 'false' }),
        p.warnings = button('', () => this.#unfold('warning'), { class: 'count warning', 'aria-expanded': 'false', hidden: true }),
        opener('views', say('views')), p.views, opener('phone', say('phone')), p.phone, opener('more', say('more')), p.more,
        button(make('span', { 'aria-hidden': 'true' }, '–'), () => this.#foldBar(true), { class: 'minus', 'aria-label': say('fold-bar'), title: say('fold-bar') })));
    p.knob = button('', () => this.#foldBar(false), { class: 'knob', hidden: true });
    p.alarm = make('p', { class: 'heard', role: 'alert' });
    p.marks = make('div', { class: 'marks', 'aria-hidden': 'true' });
    p.stripe = make('div', { class: 'stripe', hidden: true });
    p.grey = make('div', { class: 'grey', hidden: true });
    p.frame = make('section', { class: 'frame', role: 'region', hidden: true });
    this.#root.append(p.marks, p.stripe, p.frame, p.grey, p.bar, p.knob, p.alarm);
    this.#drawPhone(false);
    this.#status();
  }

  // ---- bar

  #arrange() {
    const { folded, top } = habits.get();
    const { bar, knob, side } = this.#parts;
    bar.classList.toggle('top', Boolean(top));
    knob.classList.toggle('top', Boolean(top));
    side.textContent = this.#say(top ? 'bottom' : 'top');
    bar.hidden = Boolean(folded);
    knob.hidden = !folded;
  }

  #foldBar(folded) {
    this.#close();
    habits.set({ folded });
    this.#arrange();
    (folded ? this.#parts.knob : this.#parts.bar.querySelector('.minus')).focus();
  }

  #status() {
    const p = this.#parts;
    const { file, next, due } = this.#facts;
    const count = (severity) => this.#problems.filter((one) => one.severity === severity).length;
    const errors = count('error'), warnings = count('warning');
    p.file.textContent = file ? file.split('/').slice(-2).join('/') : this.#say('no-file');
    p.file.title = file ? this.#say('open-file-name', file) : '';
    if (file) p.file.setAttribute('aria-label', p.file.title);
    else p.file.removeAttribute('aria-label');
    p.file.disabled = !file;
    p.pinned.hidden = !this.isPinned();
    p.errors.textContent = errors ? this.#say('errors', errors) : this.#say('no-errors');
    p.errors.disabled = !errors;
    p.warnings.hidden = !warnings;
    p.warnings.textContent = this.#say('warnings', warnings);
    const label = errors ? this.#say('open-bar-errors', errors) : this.#say('open-bar');
    p.knob.setAttribute('aria-label', label);
    p.knob.title = label;
    p.knob.textContent = errors || '^';
    p.knob.classList.toggle('error', errors > 0);
    p.due.hidden = !due;
    p.due.textContent = due || '';
    p.next.hidden = !next;
    if (next) p.next.textContent = this.#say('next', ...next);
  }

  /** Shows the named popup alone, or closes it. */
  #toggle(name) {
    const wasOpen = !this.#parts[name].hidden;
    this.#close();
    if (wasOpen) return;
    this.#parts[name].hidden = false;
    this.#parts[`${name}Button`].setAttribute('aria-expanded', 'true');
  }

  #close() {
    for (const name of ['views', 'phone', 'more']) {
      this.#parts[name].hidden = true;
      this.#parts[`${name}Button`].setAttribute('aria-expanded', 'false');
    }
  }

  #key(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const p = this.#parts;
    const open = ['views', 'phone', 'more'].find((name) => !p[name].hidden);
    if (open) {
      this.#close();
      p[`${open}Button`].focus();
    } else if (!p.panel.hidden) this.#fold();
    else if (!p.frame.hidden) this.#resize('0');
    else return;
    event.preventDefault();
  }

  isOpen() {
    return ['views', 'phone', 'more'].some((name) => !this.#parts[name].hidden);
  }

  isPinned() {
    return Boolean(tab.get().pinned);
  }

  follows() {
    return !habits.get().stay;
  }

  // ---- notes

  #noted = new Map(); // kind → content

  #tell(kind, ...content) {
    this.#noted.delete(kind);
    if (content.length) this.#noted.set(kind, content);
    const { note } = this.#parts;
    note.hidden = !this.#noted.size;
    note.replaceChildren(...[...this.#noted.values()].map((parts) => make('p', {}, ...parts)));
    if (content.length && kind !== 'public') this.#foldless();
  }

  #foldless() {
    this.#parts.bar.hidden = false;
    this.#parts.knob.hidden = true;
  }

  lost(is) {
    this.#tell('lost', ...(is ? [this.#say('lost')] : []));
    this.#parts.bar.classList.toggle('lost', is);
    if (!is) {
      this.#tell('back', this.#say('back'));
      setTimeout(() => this.#tell('back'), 3000);
    }
  }

  offer(path) {
    this.#tell('offer', `${this.#say('other-saved')} `, make('a', { href: `/${path}` }, this.#say('go-there')));
  }

  gone(is, isPublic = false) {
    if (!is) this.#tell('gone');
    else if (isPublic) this.#tell('gone', this.#say('public-gone'));
    else this.#tell('gone', `${this.#say('gone')} `, make('a', { href: `/${this.#path.replace(/[^/]*\/?$/, '')}` }, this.#say('go-up')));
  }

  // ---- who looks

  #viewAs(day) {
    const isPublic = publicDay() === null || (day !== null && day !== publicDay());
    document.cookie = `trangxa-view=${isPublic ? `public${day ? `:${day}` : ''}` : ''}; path=/; samesite=lax${isPublic ? '' : '; max-age=0'}`;
    this.#changedView();
  }

  /** Shows whose view this is. */
  view() {
    const day = publicDay(), isPublic = day !== null;
    const { bar, publicButton } = this.#parts;
    bar.classList.toggle('public', isPublic);
    publicButton.textContent = this.#say(isPublic && day === this.#parts.day.value ? 'public-end' : 'public');
    this.#parts.day.oninput = () => this.view();
    const text = isPublic && `${day ? this.#say('public-on', dayText(day)) : this.#say('public-now')}. `;
    this.#tell('public', ...(isPublic ? [text, make('button', { type: 'button', onclick: () => this.#viewAs(null) }, this.#say('public-end'))] : []));
    if (isPublic) this.#close();
    this.#ribbon();
    this.moved();
  }

  // ---- marks

  facts(facts) {
    this.#facts = facts;
    this.#status();
    this.#ribbon();
    this.moved();
  }

  #ribbon() {
    const { ribbon, stripe } = this.#parts;
    const mark = publicDay() === null && this.#facts.mark;
    ribbon.hidden = stripe.hidden = !mark;
    ribbon.textContent = mark || '';
  }

  /** The page has moved: draws the marks anew, once a frame. */
  moved() {
    cancelAnimationFrame(this.#drawing);
    this.#drawing = requestAnimationFrame(() => this.#mark());
  }

  #mark() {
    const { marks } = this.#parts;
    const hidden = new Map(publicDay() === null ? this.#facts.hidden.map(([path, why]) => [`/${path}`, why]) : []);
    const drawn = [];
    for (const link of hidden.size ? document.querySelectorAll('body a[href]') : []) {
      if (link.origin !== location.origin) continue;
      const why = hidden.get(decodeURIComponent(link.pathname).normalize());
      const box = why && link.checkVisibility({ visibilityProperty: true }) && [...link.getClientRects()].at(-1);
      if (!box?.width) continue;
      drawn.push([make('span', {}, why), box]);
      if (drawn.length >= MARKS) break;
    }
    marks.replaceChildren(...drawn.map(([mark]) => mark));
    // After the link's last line, a little above it; under its end where the page is too narrow for that.
    const room = document.documentElement.clientWidth - 4;
    const places = drawn.map(([{ offsetWidth }, { top, right, bottom }]) => (right + 3 + offsetWidth <= room ? [right + 3, top - 8] : [Math.max(0, Math.min(right, room) - offsetWidth), bottom - 3]));
    drawn.forEach(([{ style }], i) => { style.transform = `translate(${Math.round(places[i][0] + scrollX)}px, ${Math.round(places[i][1] + scrollY)}px)`; });
  }

  // ---- problems

  problems(list) {
    const mine = (one) => (one.page === this.#path ? 0 : 1);
    const grave = (one) => (one.severity === 'error' ? 0 : 1);
    this.#problems = [...list].sort((a, b) => grave(a) - grave(b) || mine(a) - mine(b));
    this.#status();
    const p = this.#parts;
    const errors = this.#problems.filter((one) => !grave(one));
    const name = (one) => [one.code, one.file, one.cell, one.line, one.message].join('\n');
    const isNew = errors.some((one) => !this.#seen.has(name(one)));
    this.#seen = new Set(errors.map(name));
    if (isNew) {
      this.#unfold('error', false);
      p.alarm.textContent = `${this.#say('problems-errors', errors.length)}. ${errors[0].message}`;
    } else if (!p.panel.hidden) {
      const shown = p.panel.dataset.shows;
      if (this.#problems.some((one) => shown === 'warning' || one.severity === shown)) this.#unfold(shown, false);
      else this.#fold(false);
    }
    if (!errors.length) p.alarm.textContent = '';
  }

  #fold(focus = true) {
    const p = this.#parts;
    const within = p.panel.contains(this.#root.activeElement);
    p.panel.hidden = true;
    for (const one of [p.errors, p.warnings]) one.setAttribute('aria-expanded', 'false');
    if (habits.get().folded && !this.#noted.size) this.#arrange();
    if (!focus || !within) return;
    const back = [p.panel.dataset.shows === 'warning' ? p.warnings : p.errors, p.knob].find((one) => one.checkVisibility());
    back?.focus();
  }

  /** Shows the errors, or all problems. A second press closes. */
  #unfold(severity, byHand = true) {
    const p = this.#parts;
    if (byHand && !p.panel.hidden && p.panel.dataset.shows === severity) return this.#fold();
    this.#close();
    this.#foldless();
    const shown = this.#problems.filter((one) => severity === 'warning' || one.severity === 'error');
    const count = (kind) => shown.filter((one) => one.severity === kind).length;
    const titles = [count('error') && this.#say('problems-errors', count('error')), count('warning') && this.#say('problems-warnings', count('warning'))];
    p.panelTitle.textContent = titles.filter(Boolean).join(', ');
    p.lastGood.hidden = !count('error');
    p.panel.dataset.shows = severity;
    p.panel.classList.toggle('mild', !count('error'));
    // What has not changed keeps its place and the focus.
    const texts = shown.map((one) => JSON.stringify(one));
    const old = new Map([...p.list.children].map((item) => [item.dataset.text, item]));
    p.list.replaceChildren(...shown.map((one, i) => old.get(texts[i]) ?? this.#problem(one, texts[i])));
    p.panel.hidden = false;
    p.errors.setAttribute('aria-expanded', String(severity === 'error'));
    p.warnings.setAttribute('aria-expanded', String(severity === 'warning'));
    if (byHand) p.panelTitle.focus();
  }

  #problem(one, text) {
    const place = [one.file + (one.cell ?? ''), one.line, one.column].filter(Boolean).join(':');
    const act = (key, what) => make('button', { type: 'button', onclick: (event) => what(event.currentTarget) }, this.#say(key));
    return make('li', { 'data-text': text, class: one.severity },
      make('p', { class: 'where' },
        make('strong', {}, this.#say(one.severity)), ' ',
        make('span', { class: 'place' }, place || this.#say('whole-site')),
        one.page != null && one.page === this.#path && make('em', {}, this.#say('here'))),
      make('p', { class: 'message' }, one.message),
      one.excerpt?.length > 0 && make('pre', { tabindex: '0', 'aria-label': place }, ...one.excerpt.map(([number, line]) => {
        const letters = [...line];
        const marked = number === one.line && one.marked;
        const [from, to] = marked ? [marked[0], Math.max(marked[1], marked[0] + 1)] : [letters.length, letters.length];
        const part = (a, b) => letters.slice(a, b).join('');
        return make('span', { class: marked ? 'line here' : 'line' },
          make('span', { class: 'number' }, `${number}`),
          make('code', {}, part(0, from), marked && make('mark', {}, part(from, to) || ' '), part(to), '\n'));
      })),
      ...(one.help ?? []).map((help) => make('p', { class: 'help' }, make('b', {}, `${this.#say('help')}: `), help)),
      ...(one.notes ?? []).map(([message, file, line]) => make('p', { class: 'see' }, make('b', {}, `${this.#say('note')}: `), message, file && ` (${[file, line].filter(Boolean).join(':')})`)),
      one.file && make('p', { class: 'acts' },
        act('open-file', () => this.#open(one.file, one.line, one.column)),
        act('copy', (button) => this.#copy(place, button))));
  }

  async #copy(text, button) {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = make('textarea', { class: 'heard' });
      field.value = text;
      button.after(field);
      field.select();
      done = document.execCommand('copy');
      field.remove();
      button.focus();
    }
    button.textContent = this.#say(done ? 'copied' : 'copy-failed');
    setTimeout(() => { button.textContent = this.#say('copy'); }, 2000);
  }

  #open(file, line, column) {
    this.#tell('open');
    this.#post('open', { file, line: line || 1, column: column || 1 }).catch(() => this.#tell('open', this.#say('open-failed', file)));
  }

  // ---- looks

  #look(change) {
    looks.set(change);
    this.#showLooks();
    dispatchEvent(new Event('trangxa:look'));
  }

  #resize(size) {
    const wasOpen = !this.#parts.frame.hidden;
    if (wasOpen && size === '0') {
      const there = this.#parts.frame.querySelector('iframe')?.contentWindow?.location.pathname;
      looks.set({ size: '0' });
      if (there && there !== location.pathname) return location.assign(there);
    }
    this.#look({ size });
    if (wasOpen && size === '0') this.#parts.viewsButton.focus();
  }

  #showLooks() {
    const p = this.#parts;
    const { size = '0', grey, dark, contrast } = looks.get();
    p.grey.hidden = !grey;
    p.viewsButton.classList.toggle('on', Boolean(grey || dark || contrast || size !== '0'));
    for (const radio of p.views.querySelectorAll('[name=size]')) radio.checked = radio.value === size;
    p.frame.hidden = size === '0';
    if (size === '0') {
      p.frame.replaceChildren();
      return;
    }
    const label = this.#say('frame', this.#say(`size-${size}`));
    const inner = p.frame.querySelector('iframe') ?? make('iframe', { src: location.pathname + location.search });
    inner.title = label;
    p.frame.setAttribute('aria-label', label);
    if (!inner.isConnected) {
      p.frame.replaceChildren(
        make('div', { class: 'head' }, p.frameName = make('span', {}), make('button', { type: 'button', onclick: () => this.#resize('0') }, this.#say('close'))),
        make('div', { class: 'stage' }, inner));
    }
    p.frameName.textContent = label;
    const fit = () => {
      const width = SIZES[size], room = p.frame.clientWidth - 2, scale = Math.min(1, room / width);
      inner.style.cssText = `width: ${width}px; height: ${100 / scale}%; transform: scale(${scale}); margin-left: ${Math.max(0, (room - width) / 2)}px`;
    };
    fit();
    window.onresize = fit;
  }

  // ---- phone

  phone(until) {
    if (!until) this.#sharing = null;
    else this.#sharing = { ...this.#sharing, until: until.until };
    this.#drawPhone(Boolean(until));
  }

  async #share(on) {
    try {
      this.#sharing = await this.#post('phone', { on });
      this.#drawPhone(Boolean(this.#sharing), on && !this.#sharing);
    } catch {
      this.#drawPhone(Boolean(this.#sharing), true);
    }
    this.#parts.phone.querySelector('button')?.focus();
  }

  #drawPhone(on, failed = false) {
    const { phone, phoneButton } = this.#parts;
    const { url, qr, until } = this.#sharing ?? {};
    const act = (key, what, kind) => make('button', { type: 'button', class: kind, onclick: what }, this.#say(key));
    phoneButton.textContent = this.#say(on ? 'phone-on' : 'phone');
    phoneButton.classList.toggle('on', on);
    const parts = [make('h2', {}, this.#say('phone-title'))];
    if (on && qr) {
      const code = document.importNode(new DOMParser().parseFromString(qr, 'image/svg+xml').documentElement, true);
      code.setAttribute('role', 'img');
      code.setAttribute('aria-label', this.#say('phone-qr', url));
      parts.push(make('p', {}, this.#say('phone-scan')), make('div', { class: 'qr' }, code), make('p', { class: 'url' }, url));
    } else {
      parts.push(make('p', {}, this.#say('phone-what')), make('p', { class: 'warn' }, this.#say('phone-firewall')));
    }
    if (failed) parts.push(make('p', { class: 'bad', role: 'alert' }, this.#say('phone-failed')));
    if (on && until) parts.push(make('p', {}, this.#say('phone-until', until)));
    if (on) parts.push(act('phone-stop', () => this.#share(false), 'main'), !qr && act('phone-show', () => this.#share(true)));
    else parts.push(act('phone-start', () => this.#share(true), 'main'));
    phone.replaceChildren(...parts.filter(Boolean));
  }
}
