// Starts Swagger UI on the document of this server, with the demo token filled in unless another one was kept, and with
// the demo client ready for the code flow with PKCE.
"use strict";

const place = document.getElementById("swagger-ui");
const dark = matchMedia("(prefers-color-scheme: dark)");

function followColours() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

const ui = SwaggerUIBundle({
  domNode: place,
  url: place.dataset.document,
  validatorUrl: null,
  deepLinking: true,
  tryItOutEnabled: true,
  persistAuthorization: true,
  displayRequestDuration: true,
  filter: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  oauth2RedirectUrl: new URL("/docs/assets/oauth2-redirect.html", location.href).href,
  onComplete() {
    const token = place.dataset.token;
    if (token && !ui.authSelectors.authorized().has("bearer")) ui.preauthorizeApiKey("bearer", token);
  },
});

if (place.dataset.scopes) {
  ui.initOAuth({
    clientId: place.dataset.clientId ?? "",
    clientSecret: place.dataset.clientSecret ?? "",
    scopes: place.dataset.scopes,
    appName: "mockbooks",
    usePkceWithAuthorizationCodeGrant: true,
  });
}

dark.addEventListener("change", followColours);
followColours();
