'use strict';

const TRACE_ATTEMPTS = 20;
const TRACE_PAUSE_MS = 1000;
const ABSENT_CREATURE = { id: 404, name: 'nobody' };

// the business id of this browser: every service logs it, beside the ids that the starter adds
const visitor = `guest-${Math.random().toString(36).slice(2, 8)}`;

const find = (selector, parent = document) => parent.querySelector(selector);
const fromTemplate = (name) => find(`#${name}`).content.firstElementChild.cloneNode(true);

let zipkinUiUrl = '';

async function start() {
  find('#like-absent').addEventListener('click', (event) => like(ABSENT_CREATURE, event.currentTarget));
  try {
    const [settings, creatures] = await Promise.all([
      json('/api/settings'),
      json(`/api/mysfits?visitor=${visitor}`),
    ]);
    zipkinUiUrl = settings.zipkinUiUrl;
    find('#creatures').append(...creatures.map(card));
    find('#notice').textContent = '';
  } catch (failure) {
    find('#notice').textContent = `The creatures are hiding (${failure.message}). Reload the page to try again.`;
  }
}

async function json(path) {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return response.json();
}

function card(creature) {
  const element = fromTemplate('creature');
  element.dataset.id = creature.id;
  find('.portrait', element).innerHTML = portrait(creature);
  find('h3', element).textContent = creature.name;
  find('.species', element).textContent = `${creature.species}, ${creature.mood} today`;
  find('.about', element).textContent = creature.about;
  const button = find('.like', element);
  button.setAttribute('aria-label', `Like ${creature.name}`);
  button.addEventListener('click', async () => {
    const liked = await like(creature, button);
    if (liked) {
      const count = find('.count', button);
      count.textContent = liked.likes;
      count.hidden = false;
      button.setAttribute('aria-label', `Like ${creature.name}, ${liked.likes} so far`);
    }
  });
  return element;
}

async function like(creature, button) {
  button.disabled = true;
  const begun = performance.now();
  try {
    const response = await fetch(`/api/mysfits/${creature.id}/like?visitor=${visitor}`, { method: 'POST' });
    showClick(creature, response, performance.now() - begun);
    return response.ok ? await response.json() : undefined;
  } catch {
    find('#notice').textContent = 'The page cannot reach its server.';
    return undefined;
  } finally {
    button.disabled = false;
  }
}

function showClick(creature, response, millis) {
  const element = fromTemplate('click');
  const status = find('.status', element);
  status.textContent = response.status;
  status.classList.toggle('ok', response.ok);
  status.classList.toggle('refused', response.status >= 400 && response.status < 500);
  find('.what', element).textContent = `Like for ${creature.name}`;
  find('.took', element).textContent = `${Math.round(millis)} ms`;
  find('.correlation-id', element).textContent = response.headers.get('X-Correlation-ID') ?? 'none';
  const traceId = response.headers.get('X-Trace-ID');
  const link = find('.trace', element);
  if (traceId) {
    offerTrace(traceId, link);
  } else {
    link.remove();
  }
  find('#no-clicks').hidden = true;
  find('#clicks').prepend(element);
}

/** Makes the link work once the spans have arrived: until then Zipkin would show an empty page. */
async function offerTrace(traceId, link) {
  let before = 0;
  for (let attempt = 0; attempt < TRACE_ATTEMPTS; attempt++) {
    await new Promise((resolve) => { setTimeout(resolve, TRACE_PAUSE_MS); });
    const arrived = await countSpans(traceId);
    // the services send their parts one by one: complete is what has ceased to grow
    if (arrived > 0 && arrived === before) {
      break;
    }
    before = arrived;
  }
  link.href = `${zipkinUiUrl}/zipkin/traces/${traceId}`;
  link.textContent = 'Open its trace in Zipkin';
}

async function countSpans(traceId) {
  try {
    const response = await fetch(`${zipkinUiUrl}/api/v2/trace/${traceId}`);
    return response.ok ? (await response.json()).length : 0;
  } catch {
    return 0;
  }
}

/** Draws a creature from its number, so that each looks the same in every browser and no picture is fetched. */
function portrait({ id }) {
  const hue = (id * 67 + 20) % 360;
  const eyes = [2, 2, 2, 3, 4, 2, 1, 2][(id - 1) % 8];
  const body = `hsl(${hue} 45% 58%)`;
  const shade = `hsl(${hue} 42% 46%)`;
  const spread = 22;
  const first = 100 - ((eyes - 1) * spread) / 2;
  const gaze = Array.from({ length: eyes }, (_, eye) => {
    const x = first + eye * spread;
    return `<circle cx="${x}" cy="66" r="9.5" fill="#fff"/><circle cx="${x + 2}" cy="68" r="4.5" fill="#20252a"/>`;
  }).join('');
  const crown = [
    '<path d="M78 44q-4-22-18-26m62 26q4-22 18-26" fill="none" stroke-width="5" stroke-linecap="round"/>',
    '<path d="M72 46 62 8l26 30m40 8 10-38-26 30" stroke="none"/>',
    '<path d="M60 50q40-44 80 0" stroke="none"/>',
    '<path d="M74 48 64 26l20 10 16-18 16 18 20-10-10 22" stroke="none"/>',
  ][id % 4];
  const mouth = id % 3 === 0 ? 'M88 92h24' : id % 3 === 1 ? 'M86 88q14 14 28 0' : 'M90 94q10-9 20 0';
  return `<svg viewBox="0 0 200 120" aria-hidden="true">
    <rect width="200" height="120" fill="hsl(${(hue + 180) % 360} 30% 82%)"/>
    <g fill="${shade}" stroke="${shade}">${crown}</g>
    <path d="M46 120q-6-${70 + (id % 3) * 6} 54-${76 + (id % 2) * 6} 60 ${6 - (id % 2) * 4} 54 ${76 + (id % 2) * 6}z" fill="${body}"/>
    ${gaze}<path d="${mouth}" fill="none" stroke="#20252a" stroke-width="3.5" stroke-linecap="round"/>
  </svg>`;
}

start();
