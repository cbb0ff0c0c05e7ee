import type { Receiver } from './event-queue.ts';

/** What belongs to an address for as long as somebody has it or sends there. */
export class Mailbox {
  /** Who has the address now. */
  receiver: Receiver | undefined;
  /** Somebody holds on to it: it stays the address's own though nobody has that. */
  kept = false;
}
