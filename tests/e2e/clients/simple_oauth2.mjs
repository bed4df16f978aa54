// simple-oauth2, unmodified: Basic by default, and it parses every answer as JSON, that of a revocation too.
import { createHash } from "node:crypto";
import { given, open, rates, refusalOf, report } from "./conversation.mjs";
import { AuthorizationCode, ClientCredentials } from "simple-oauth2";

const { server, callback, scope } = given;
const VERIFIER = "de-korenaar-bakt-sinds-1923-elke-ochtend-vers-brood";
const config = {
  client: { id: "mockbooks-demo", secret: "mockbooks-demo-secret" },
  auth: { tokenHost: server },
};
const client = new AuthorizationCode(config);
const tellRefusal = (error) => ({ status: error.output.statusCode, error: error.data.payload.error });

async function connect() {
  const url = client.authorizeURL({
    redirect_uri: callback,
    scope,
    state: "kassa-7",
    code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"),
    code_challenge_method: "S256",
  });
  const came = new URL(await open(url)).searchParams;
  if (came.get("state") !== "kassa-7") throw new Error(`the state came back as ${came.get("state")}`);
  return client.getToken({ code: came.get("code"), redirect_uri: callback, code_verifier: VERIFIER });
}

const first = await connect();
const call = await rates(first.token.access_token);
const renewed = await first.refresh();
const callAfterRefresh = await rates(renewed.token.access_token);
const reuse = await refusalOf(first.refresh(), tellRefusal);
const callAfterReuse = await rates(renewed.token.access_token);

const second = await connect();
await second.revokeAll();
const callAfterRevocation = await rates(second.token.access_token);
const refreshAfterRevocation = await refusalOf(second.refresh(), tellRefusal);

const own = await new ClientCredentials(config).getToken({ scope });

report({
  scope: first.token.scope,
  call,
  isExpired: first.expired(),
  isRotated: renewed.token.refresh_token !== first.token.refresh_token,
  callAfterRefresh,
  reuse,
  callAfterReuse,
  callAfterRevocation,
  refreshAfterRevocation,
  callWithClientCredentials: await rates(own.token.access_token),
  hasRefreshTokenWithClientCredentials: "refresh_token" in own.token,
});
