// openid-client, unmodified: it registers itself, finds every endpoint by itself, and allows nothing insecure.
import { given, open, rates, ratesUrl, refusalOf, report } from "./conversation.mjs";

const client = await import("openid-client");
const { server, callback, scope } = given;
const algorithm = "oauth2"; // RFC 8414; by default it looks for OpenID Connect
const tellRefusal = ({ status, error }) => ({ status, error });

const metadata = {
  client_name: "Webshop Koppeling",
  redirect_uris: [callback],
  grant_types: ["authorization_code", "refresh_token", "client_credentials"],
};
const config = await client.dynamicClientRegistration(new URL(server), metadata, undefined, { algorithm });
const clientId = config.clientMetadata().client_id;
const refresh = (tokens) => client.refreshTokenGrant(config, tokens.refresh_token);

async function connect() {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  const came = new URL(await open(url));
  return client.authorizationCodeGrant(config, came, { pkceCodeVerifier: verifier, expectedState: state });
}

const first = await connect();
const call = await client.fetchProtectedResource(config, first.access_token, new URL(ratesUrl), "GET");
const alive = await client.tokenIntrospection(config, first.access_token);
const renewed = await refresh(first);
const callAfterRefresh = await rates(renewed.access_token);
const reuse = await refusalOf(refresh(first), tellRefusal);
const callAfterReuse = await rates(renewed.access_token);

const second = await connect();
await client.tokenRevocation(config, second.refresh_token, { token_type_hint: "refresh_token" });
const callAfterRevocation = await rates(second.access_token);
const refreshAfterRevocation = await refusalOf(refresh(second), tellRefusal);
const dead = await client.tokenIntrospection(config, second.access_token);

const own = await client.clientCredentialsGrant(config, { scope });

// A refusal must name its issuer too (RFC 9207): else the library reports a broken answer instead of the reason.
const unknown = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: "salaries:read" });
const sentBack = await fetch(unknown, { redirect: "manual" });
const refusedRequest = await refusalOf(
  client.authorizationCodeGrant(config, new URL(sentBack.headers.get("location"))),
  ({ code, error }) => ({ code, error }),
);

// The id of the demo client has a hyphen, which this library writes as %2D within Basic (RFC 6749, section 2.3.1).
const basic = client.ClientSecretBasic("mockbooks-demo-secret");
const demo = await client.discovery(new URL(server), "mockbooks-demo", undefined, basic, { algorithm });
const demoToken = await client.clientCredentialsGrant(demo, {});

report({
  issuer: config.serverMetadata().issuer === server,
  scope: first.scope,
  expiresIn: first.expires_in,
  call: call.status,
  introspection: { active: alive.active, scope: alive.scope, isOurs: alive.client_id === clientId },
  isRotated: renewed.refresh_token !== first.refresh_token,
  callAfterRefresh,
  reuse,
  callAfterReuse,
  callAfterRevocation,
  refreshAfterRevocation,
  introspectionAfterRevocation: dead,
  callWithClientCredentials: await rates(own.access_token),
  hasRefreshTokenWithClientCredentials: "refresh_token" in own,
  refusedRequest,
  callAsDemo: await rates(demoToken.access_token),
});
