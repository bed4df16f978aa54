// What the scripts share: what they are given, a person who visits pages for them, and the report at the end.
import { webcrypto } from "node:crypto";
import { createInterface } from "node:readline";

// Node 18 has it, but not under the name by which the clients ask for it.
globalThis.crypto ??= webcrypto;

export const given = JSON.parse(process.argv[2]);
export const ratesUrl = `${given.server}/api/v1/vat-rates?code=NL_HOOG`;

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Let the person open a page, and give the URL that the browser is sent to. */
export async function open(url) {
  console.log(JSON.stringify({ open: String(url) }));
  return (await lines.next()).value;
}

/** Say what was seen, and end. */
export function report(seen) {
  console.log(JSON.stringify(seen));
  process.exit(0);
}

/** Read the rate of 21 % with a token. */
export async function rates(accessToken) {
  const answer = await fetch(ratesUrl, { headers: { Authorization: `Bearer ${accessToken}` } });
  const body = await answer.json();
  return { status: answer.status, percentage: body.data?.[0].percentage };
}

/** Give what `tell` makes of the error with which a promise is refused; a promise that is kept is an error. */
export async function refusalOf(promise, tell) {
  const kept = Symbol("kept");
  const outcome = await promise.then(() => kept, tell);
  if (outcome === kept) throw new Error("this should have been refused");
  return outcome;
}
