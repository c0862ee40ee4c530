// SPDX-FileCopyrightText: 2026 The Bussola authors
// SPDX-License-Identifier: EUPL-1.2
// A front before `telegram-test-api`: it corrects what the peer answers otherwise than Telegram, and refuses what
// Telegram refuses. Beside the Bot API it lets tests act as people: write, tap, delete, look at a chat.
//
//     node front.mjs TOKEN PORT        prints {"port": N} once it listens, ends when its input ends
//
// PORT is for the peer behind it; its own is any that is free.

import http from 'node:http';
import TelegramServer from 'telegram-test-api';
import { Chats } from './chats.mjs';
import * as rules from './rules.mjs';
import { Updates } from './updates.mjs';

const [, , TOKEN, PORT] = process.argv;
const NEVER = 10 ** 6; // seconds: the peer forgets messages, Telegram does not

const server = new TelegramServer({ port: Number(PORT), host: '127.0.0.1', storeTimeout: NEVER });
await server.start();
const chats = new Chats(server, TOKEN);
const updates = new Updates();
const taps = new Map();
const profile = new Map();
const calls = {};

// The peer numbers a message before it is in place: two at once would get the same number.
let before = Promise.resolve();
function alone(work) {
  const done = before.then(work);
  before = done.catch(() => {});
  return done;
}

const now = () => Math.floor(Date.now() / 1000);

async function peer(method, body = {}) {
  const headers = { 'content-type': 'application/json' };
  const url = `${server.config.apiURL}/bot${TOKEN}/${method}`;
  const answer = await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  if (!answer.ok) throw new rules.Refusal(answer.error_code ?? 500, answer.description ?? answer.message);
  return answer.result;
}

const methods = {
  getMe: async () => ({ ...(await peer('getMe')), is_bot: true }),

  async sendMessage(call) {
    rules.text(call);
    rules.keyboard(call);
    const sent = await alone(() => peer('sendMessage', call));
    return { ...sent, date: Math.floor(sent.date / 1000) };
  },

  async editMessageText(call) {
    rules.text(call);
    rules.keyboard(call);
    const found = rules.exists(chats.find(call.chat_id, call.message_id), 'edit');
    rules.editable(found, call);
    await peer('editMessageText', { ...call, reply_markup: call.reply_markup ?? { inline_keyboard: [] } });
    return { message_id: found.id, date: found.date, chat: { id: call.chat_id, type: 'private' }, text: call.text };
  },

  async deleteMessage(call) {
    rules.deletable(rules.exists(chats.find(call.chat_id, call.message_id), 'delete'), now());
    await peer('deleteMessage', call);
    return true;
  },

  async deleteMessages(call) {
    rules.batch(call.message_ids);
    const found = call.message_ids.map((id) => chats.find(call.chat_id, id)).filter(Boolean);
    found.forEach((message) => rules.deletable(message, now()));
    for (const { id } of found) await peer('deleteMessage', { chat_id: call.chat_id, message_id: id });
    return true;
  },

  async answerCallbackQuery(call) {
    rules.tap(taps.has(call.callback_query_id), call);
    await peer('answerCallbackQuery', call);
    taps.set(call.callback_query_id, true);
    return true;
  },

  getUpdates: (call, gone) => updates.ask(call, gone),

  async setWebhook(call) {
    rules.webhook(call);
    await peer('setWebhook', { url: `http://127.0.0.1:${front.address().port}/hook` });
    updates.hook = { url: call.url, secret: call.secret_token };
    updates.allowed = call.allowed_updates ?? null;
    const kept = call.drop_pending_updates ? [] : updates.waiting.splice(0);
    kept.forEach((update) => updates.add(update));
    return true;
  },

  async deleteWebhook() {
    await peer('deleteWebhook');
    updates.hook = null;
    return true;
  },

  getWebhookInfo: () => ({
    url: updates.hook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.waiting.length,
  }),

  leaveChat: () => true,
};

// The bot's own name, descriptions and commands, by language: those without a language where it has none.
function about(method, call) {
  const kind = method.slice(5);
  const language = call.language_code ?? '';
  if (method.startsWith('set')) return Boolean(profile.set(`${kind} ${language}`, call));
  const kept = profile.get(`${kind} ${language}`) ?? profile.get(`${kind} `) ?? {};
  const field = { Name: 'name', Description: 'description', ShortDescription: 'short_description' }[kind];
  return field ? { [field]: kept[field] ?? '' } : (kept.commands ?? []);
}

async function botApi(token, method, call, gone) {
  rules.token(token, TOKEN);
  calls[method] = (calls[method] ?? 0) + 1;
  if (/^[gs]etMy/.test(method)) return about(method, call);
  if (!methods[method]) throw new rules.Refusal(404, 'Not Found');
  return methods[method](call, gone);
}

const client = (chat) => server.getClient(TOKEN, { userId: chat, chatId: chat, firstName: 'Nome', userName: 'nome' });

// With a webhook the peer calls us back with what somebody has just done; without one it is asked, once, because there an
// update that was looked at is lost. Either way it is brought on only when the peer has done with it.
const called = [];

async function happened(work) {
  const found = await alone(async () => {
    await work();
    const asked = updates.hook ? called.splice(0) : await peer('getUpdates');
    chats.dropTaps();
    return asked;
  });
  if (updates.hook) found.filter((update) => update.message).forEach((update) => chats.keep(update));
  await Promise.all(found.map((update) => updates.add(update)));
}

const people = {
  async write({ chat, text, ago = 0, language = 'it', fields = {} }) {
    const person = client(chat);
    const who = { date: now() - ago, from: { language_code: language }, ...fields };
    const message = text?.startsWith('/') ? person.makeCommand(text, who) : person.makeMessage(text ?? '', who);
    if (text === undefined) delete message.text;
    await happened(() => server.addUserMessage(message));
    return true;
  },

  async tap({ chat, message, data, language = 'it' }) {
    const { id, date, text } = chats.find(chat, message) ?? { id: message, date: 0, text: '' };
    const fields = { message: { message_id: id, date, text }, from: { language_code: language } };
    const query = String(server.callbackId);
    taps.set(query, false);
    await happened(() => server.addUserCallback(client(chat).makeCallbackQuery(data, fields)));
    return query;
  },

  async delete({ chat, message }) {
    return server.deleteMessage(chat, message);
  },

  async chat({ chat }) {
    return chats.all(chat).map(({ entry: _, ...message }) => message);
  },

  async age({ chat, message, seconds }) {
    chats.age(chat, message, seconds);
    return true;
  },

  // Everything is forgotten: as if it had just been started.
  async reset() {
    await methods.deleteWebhook();
    server.storage = { userMessages: [], botMessages: [] };
    updates.reset();
    taps.clear();
    profile.clear();
    for (const method of Object.keys(calls)) delete calls[method];
    return true;
  },

  // `expire`: Telegram has forgotten the taps. `waiting`: updates that nobody has confirmed yet.
  async state({ expire }) {
    if (expire) taps.clear();
    return { waiting: updates.waiting.length, taps: Object.fromEntries(taps), calls };
  },
};

function parsed(type, body) {
  if (body === '') return {};
  if (type?.startsWith('application/json')) return JSON.parse(body);
  const plain = ['text', 'url', 'secret_token', 'callback_query_id', 'name', 'description', 'short_description'];
  const read = ([name, value]) => [name, plain.includes(name) || name === 'language_code' ? value : JSON.parse(value)];
  return Object.fromEntries([...new URLSearchParams(body)].map(read));
}

async function answer(path, call, gone) {
  const [, bot, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  if (bot) return botApi(bot, method, call, gone);
  if (path === '/hook') return called.push(call);
  return people[path.replace('/person/', '')](call);
}

const front = http.createServer(async (request, response) => {
  const gone = (callback) => response.once('close', callback);
  let status = 200;
  let said;
  try {
    const parts = [];
    for await (const part of request) parts.push(part); // throws where the caller has gone away meanwhile
    const call = parsed(request.headers['content-type'], Buffer.concat(parts).toString());
    said = { ok: true, result: await answer(request.url, call, gone) };
  } catch (error) {
    status = error.status ?? 500;
    said = { ok: false, error_code: status, description: error.message };
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
});

front.keepAliveTimeout = 60_000;
front.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: front.address().port })));
process.stdin.resume().once('end', () => process.exit(0));
