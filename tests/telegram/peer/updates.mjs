// SPDX-FileCopyrightText: 2026 The Bussola authors
// SPDX-License-Identifier: EUPL-1.2
// Updates as Telegram hands them out: kept until they are confirmed, asked for by one at a time, brought to a webhook
// in order (messages by chat, taps by person) and brought again where it does not answer well.

import { Refusal } from './rules.mjs';

const RETRIES_MS = [0, 100, 200, 400, 800, 1600];

export class Updates {
  constructor() {
    this.poll = null;
    this.reset();
  }

  reset() {
    this.waiting = [];
    this.hook = null;
    this.allowed = null;
    this.queues = new Map();
    this.poll?.wake();
  }

  // Resolves when the update has been brought to the webhook, or at once where there is none.
  add(update) {
    const kind = Object.keys(update).find((name) => name !== 'update_id');
    if (this.allowed && !this.allowed.includes(kind)) return Promise.resolve();
    if (!this.hook) {
      this.waiting.push(update);
      this.poll?.wake();
      return Promise.resolve();
    }
    const from = update[kind];
    const queue = kind === 'callback_query' ? `person ${from.from.id}` : `chat ${from.chat.id}`;
    const brought = (this.queues.get(queue) ?? Promise.resolve()).then(() => this.bring(update));
    this.queues.set(queue, brought);
    return brought;
  }

  async bring(update) {
    for (const wait of RETRIES_MS) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!this.hook || (await this.call(update))) return;
    }
    this.waiting.push(update);
  }

  async call(update) {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': this.hook.secret };
    try {
      const answer = await fetch(this.hook.url, { method: 'POST', headers, body: JSON.stringify(update) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  async ask({ offset = 0, limit = 100, timeout = 0, allowed_updates: allowed }, gone) {
    if (this.hook) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    this.poll?.end(new Refusal(409, 'Conflict: terminated by other getUpdates request'));
    this.allowed = allowed ?? this.allowed;
    this.waiting = this.waiting.filter((update) => update.update_id >= offset);
    if (this.waiting.length === 0 && timeout > 0) await this.something(timeout * 1000, gone);
    return this.waiting.slice(0, limit);
  }

  something(within, gone) {
    return new Promise((resolve, reject) => {
      const done = (end, value) => {
        clearTimeout(timer);
        this.poll = null;
        end(value);
      };
      const timer = setTimeout(() => done(resolve), within);
      this.poll = { wake: () => done(resolve), end: (refusal) => done(reject, refusal) };
      gone(() => done(resolve));
    });
  }
}
