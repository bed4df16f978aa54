// Connects to mockbooks with OAuth 2, with nothing but what is in Node.js 18.
//
// Run it with the address of the server, open what it prints, and press Approve:
//
//     node oauth.mjs http://127.0.0.1:8080

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

const SCOPE = "debtors:read settings:read";

// --- send and read ---
// An answer that is no success: its status, and the body that says why.
class RefusedError extends Error {
  constructor(status, body) {
    super(`${status}: ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

// Send a request and read the JSON of its answer.
async function send(url, options = {}) {
  const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(10_000) });
  const body = await answer.json();
  if (!answer.ok) throw new RefusedError(answer.status, body);
  return body;
}

// Send a form in the name of the client: form-encoded id and secret, in HTTP Basic.
function postForm(url, client, form) {
  const pair = [client.client_id, client.client_secret].map(encodeURIComponent);
  const credentials = Buffer.from(pair.join(":")).toString("base64");
  const headers = { Authorization: `Basic ${credentials}` };
  return send(url, { method: "POST", headers, body: new URLSearchParams(form) });
}

// --- discover ---
// Read where everything is, and that this is the server that we asked.
async function discover(issuer) {
  const server = await send(`${issuer}/.well-known/oauth-authorization-server`);
  if (server.issuer !== issuer) {
    throw new Error(`asked ${issuer}, but ${server.issuer} answered`);
  }
  return server;
}

// --- register ---
// Get a client id and secret; the port of a loopback address is left open.
function register(server) {
  const application = {
    client_name: "Webshop Koppeling",
    redirect_uris: ["http://127.0.0.1/callback"],
    grant_types: ["authorization_code", "refresh_token", "client_credentials"],
    token_endpoint_auth_method: "client_secret_basic",
    scope: SCOPE,
  };
  return send(server.registration_endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(application),
  });
}

// --- verifier and state ---
// Make a verifier and its challenge (PKCE); a state is just random too.
function makeVerifier() {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  return { verifier, challenge };
}

// --- send the person to the consent page ---
// Make the address that the person opens in a browser.
function authorizeUrl(server, client, redirectUri, state, challenge) {
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope: SCOPE,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  return url.href;
}

// --- wait for the browser, and check what it brings ---
// Listen on a free port of this computer for the browser that comes back.
async function listen() {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  return { listener, redirectUri: `http://127.0.0.1:${port}/callback` };
}

async function whatTheBrowserBrings(listener) {
  for (;;) {
    const [request, answer] = await once(listener, "request");
    const url = new URL(request.url, "http://127.0.0.1");
    const found = url.pathname === "/callback";
    answer.writeHead(found ? 200 : 404, { Connection: "close" });
    answer.end(found ? "You can close this page." : "");
    if (found) return Object.fromEntries(url.searchParams);
  }
}

// Give the code, when it is the answer to our question, by the server that we asked.
function checkedCode(brought, state, server) {
  const { code, error, error_description: description, iss } = brought;
  if (brought.state !== state) throw new Error("state differs: we did not ask this");
  if (iss !== server.issuer) throw new Error(`another server answered: ${iss}`);
  if (error) throw new Error(`not connected: ${error} (${description})`);
  return code;
}

// --- exchange the code ---
// Get the first access token and refresh token.
function exchange(server, client, code, redirectUri, verifier) {
  return postForm(server.token_endpoint, client, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
}

// --- call the API ---
// Read something from the API.
function get(url, accessToken) {
  return send(url, { headers: { Authorization: `Bearer ${accessToken}` } });
}

// --- refresh when the token has expired ---
// Read something from the API; on a 401 refresh once, and call once more.
async function getPatiently(url, server, client, tokens) {
  try {
    return await get(url, tokens.access_token);
  } catch (error) {
    if (error.status !== 401) throw error;
  }
  Object.assign(tokens, await refresh(server, client, tokens));
  return get(url, tokens.access_token);
}

// --- refresh ---
// Get new tokens. Store them before you use them; one process at a time.
function refresh(server, client, tokens) {
  const form = { grant_type: "refresh_token", refresh_token: tokens.refresh_token };
  return postForm(server.token_endpoint, client, form);
}

// --- revoke ---
// Give the tokens back: the refresh token takes its access tokens along.
function revoke(server, client, tokens) {
  const form = { token: tokens.refresh_token, token_type_hint: "refresh_token" };
  return postForm(server.revocation_endpoint, client, form);
}

// --- client credentials ---
// Get a token for the client itself, without a person.
function ownToken(server, client) {
  const form = { grant_type: "client_credentials", scope: "debtors:read" };
  return postForm(server.token_endpoint, client, form);
}

// --- look into a token ---
// Ask what a token is still good for.
function introspect(server, client, token) {
  return postForm(server.introspection_endpoint, client, { token });
}

// --- all of it, in order ---
const issuer = (process.argv[2] ?? "http://127.0.0.1:8080").replace(/\/+$/, "");
const server = await discover(issuer).catch((error) => {
  if (!error.cause) throw error;
  console.error(`no answer from ${issuer}: ${error.cause.code ?? error.cause.message}`);
  process.exit(1);
});
const client = await register(server);
console.log(`Registered as ${client.client_id}`);

const { verifier, challenge } = makeVerifier();
const state = randomBytes(16).toString("base64url");
const { listener, redirectUri } = await listen();
console.log(`Open ${authorizeUrl(server, client, redirectUri, state, challenge)}`);
const code = checkedCode(await whatTheBrowserBrings(listener), state, server);
listener.close();

const tokens = await exchange(server, client, code, redirectUri, verifier);
const url = `${issuer}/api/v1/administration`;
const administration = await getPatiently(url, server, client, tokens);
console.log(`Connected to ${administration.data.name}`);

Object.assign(tokens, await refresh(server, client, tokens));
console.log(`Refreshed: good for another ${tokens.expires_in} seconds`);

await revoke(server, client, tokens);
const { active } = await introspect(server, client, tokens.access_token);
if (active) throw new Error("the access token outlived its refresh token");
console.log("Revoked");

const { access_token: token } = await ownToken(server, client);
const debtors = await get(`${issuer}/api/v1/debtors?pageSize=1`, token);
console.log(`Without a person: ${debtors.page.totalItems} debtors`);
