<?php

// Connects to mockbooks with OAuth 2, with nothing but PHP 8.1: not even ext-curl.
//
// Run it with the address of the server, open what it prints, and press Approve:
//
//     php oauth.php http://127.0.0.1:8080

declare(strict_types=1);

const SCOPE = 'debtors:read settings:read';

// --- send and read ---
// Make an exception of every warning, such as that of an fopen() without an answer.
set_error_handler(fn (int $_, string $why) => throw new ErrorException($why));

// An answer that is no success: its status is the code, and the body says why.
final class Refused extends RuntimeException
{
    public function __construct(int $status, public readonly array $body)
    {
        parent::__construct("$status: " . json_encode($body), $status);
    }
}

// Send a request and read the JSON of its answer.
function send(
    string $url,
    string $method = 'GET',
    array $headers = [],
    string $content = '',
): array {
    $http = [
        'method' => $method,
        'header' => [...$headers, 'Connection: close'],
        'content' => $content,
        'ignore_errors' => true, // read the body of a refusal too
        'follow_location' => 0,
        'protocol_version' => 1.1,
        'timeout' => 10,
    ];
    $answer = fopen($url, 'r', false, stream_context_create(['http' => $http]));
    $status = (int) explode(' ', stream_get_meta_data($answer)['wrapper_data'][0])[1];
    $body = json_decode(stream_get_contents($answer), true, 512, JSON_THROW_ON_ERROR);
    return $status < 300 ? $body : throw new Refused($status, $body);
}

// Send a form in the name of the client: form-encoded id and secret, in HTTP Basic.
function post_form(string $url, array $client, array $form): array
{
    $pair = array_map('rawurlencode', [$client['client_id'], $client['client_secret']]);
    $headers = [
        'Authorization: Basic ' . base64_encode(implode(':', $pair)),
        'Content-Type: application/x-www-form-urlencoded',
    ];
    return send($url, 'POST', $headers, http_build_query($form));
}

// --- discover ---
// Read where everything is, and that this is the server that we asked.
function discover(string $issuer): array
{
    $server = send("$issuer/.well-known/oauth-authorization-server");
    if ($server['issuer'] !== $issuer) {
        throw new RuntimeException("asked $issuer, but {$server['issuer']} answered");
    }
    return $server;
}

// --- register ---
// Get a client id and secret; the port of a loopback address is left open.
function register(array $server): array
{
    $application = [
        'client_name' => 'Webshop Koppeling',
        'redirect_uris' => ['http://127.0.0.1/callback'],
        'grant_types' => ['authorization_code', 'refresh_token', 'client_credentials'],
        'token_endpoint_auth_method' => 'client_secret_basic',
        'scope' => SCOPE,
    ];
    $url = $server['registration_endpoint'];
    $headers = ['Content-Type: application/json'];
    return send($url, 'POST', $headers, json_encode($application));
}

// --- verifier and state ---
// Base64 for URLs, without padding.
function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

// Make a verifier and its challenge (PKCE); a state is just random too.
function make_verifier(): array
{
    $verifier = base64url(random_bytes(32));
    return [$verifier, base64url(hash('sha256', $verifier, binary: true))];
}

// --- send the person to the consent page ---
// Make the address that the person opens in a browser.
function authorize_url(
    array $server,
    array $client,
    string $redirect_uri,
    string $state,
    string $challenge,
): string {
    return $server['authorization_endpoint'] . '?' . http_build_query([
        'response_type' => 'code',
        'client_id' => $client['client_id'],
        'redirect_uri' => $redirect_uri,
        'scope' => SCOPE,
        'state' => $state,
        'code_challenge' => $challenge,
        'code_challenge_method' => 'S256',
    ]);
}

// --- wait for the browser, and check what it brings ---
// Wait on a free port of this computer for the browser that comes back.
function what_the_browser_brings($listener): array
{
    while (true) {
        $browser = stream_socket_accept($listener, -1);
        $url = explode(' ', (string) fgets($browser))[1] ?? '';
        while (trim((string) fgets($browser)) !== '') {
            // The headers do not matter.
        }
        $found = parse_url($url, PHP_URL_PATH) === '/callback';
        fwrite($browser, $found
            ? "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nYou can close this page."
            : "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
        fclose($browser);
        if ($found) {
            parse_str((string) parse_url($url, PHP_URL_QUERY), $brought);
            return $brought;
        }
    }
}

// Give the code, when it is the answer to our question, by the server that we asked.
function checked_code(array $brought, string $state, array $server): string
{
    if (!hash_equals($state, $brought['state'] ?? '')) {
        throw new RuntimeException('state differs: we did not ask this');
    }
    $issuer = $brought['iss'] ?? 'nobody';
    if ($issuer !== $server['issuer']) {
        throw new RuntimeException("another server answered: $issuer");
    }
    if (isset($brought['error'])) {
        $why = "{$brought['error']} ({$brought['error_description']})";
        throw new RuntimeException("not connected: $why");
    }
    return $brought['code'];
}

// --- exchange the code ---
// Get the first access token and refresh token.
function exchange(
    array $server,
    array $client,
    string $code,
    string $redirect_uri,
    string $verifier,
): array {
    return post_form($server['token_endpoint'], $client, [
        'grant_type' => 'authorization_code',
        'code' => $code,
        'redirect_uri' => $redirect_uri,
        'code_verifier' => $verifier,
    ]);
}

// --- call the API ---
// Read something from the API.
function get(string $url, string $access_token): array
{
    return send($url, headers: ["Authorization: Bearer $access_token"]);
}

// --- refresh when the token has expired ---
// Read something from the API; on a 401 refresh once, and call once more.
function get_patiently(string $url, array $server, array $client, array &$tokens): array
{
    try {
        return get($url, $tokens['access_token']);
    } catch (Refused $refused) {
        if ($refused->getCode() !== 401) {
            throw $refused;
        }
    }
    $tokens = refresh($server, $client, $tokens);
    return get($url, $tokens['access_token']);
}

// --- refresh ---
// Get new tokens. Store them before you use them; one process at a time.
function refresh(array $server, array $client, array $tokens): array
{
    return post_form($server['token_endpoint'], $client, [
        'grant_type' => 'refresh_token',
        'refresh_token' => $tokens['refresh_token'],
    ]);
}

// --- revoke ---
// Give the tokens back: the refresh token takes its access tokens along.
function revoke(array $server, array $client, array $tokens): void
{
    $form = ['token' => $tokens['refresh_token'], 'token_type_hint' => 'refresh_token'];
    post_form($server['revocation_endpoint'], $client, $form);
}

// --- client credentials ---
// Get a token for the client itself, without a person.
function own_token(array $server, array $client): array
{
    $form = ['grant_type' => 'client_credentials', 'scope' => 'debtors:read'];
    return post_form($server['token_endpoint'], $client, $form);
}

// --- look into a token ---
// Ask what a token is still good for.
function introspect(array $server, array $client, string $token): array
{
    return post_form($server['introspection_endpoint'], $client, ['token' => $token]);
}

// --- all of it, in order ---
$issuer = rtrim($argv[1] ?? 'http://127.0.0.1:8080', '/');
try {
    $server = discover($issuer);
} catch (ErrorException $error) {
    fwrite(STDERR, "no answer from $issuer: {$error->getMessage()}\n");
    exit(1);
}
$client = register($server);
echo "Registered as {$client['client_id']}\n";

[$verifier, $challenge] = make_verifier();
$state = base64url(random_bytes(16));
$listener = stream_socket_server('tcp://127.0.0.1:0');
$redirect_uri = 'http://' . stream_socket_get_name($listener, false) . '/callback';
$url = authorize_url($server, $client, $redirect_uri, $state, $challenge);
echo "Open $url\n";
$code = checked_code(what_the_browser_brings($listener), $state, $server);
fclose($listener);

$tokens = exchange($server, $client, $code, $redirect_uri, $verifier);
$url = "$issuer/api/v1/administration";
$administration = get_patiently($url, $server, $client, $tokens);
echo "Connected to {$administration['data']['name']}\n";

$tokens = refresh($server, $client, $tokens);
echo "Refreshed: good for another {$tokens['expires_in']} seconds\n";

revoke($server, $client, $tokens);
if (introspect($server, $client, $tokens['access_token'])['active']) {
    throw new RuntimeException('the access token outlived its refresh token');
}
echo "Revoked\n";

$token = own_token($server, $client)['access_token'];
$debtors = get("$issuer/api/v1/debtors?pageSize=1", $token);
echo "Without a person: {$debtors['page']['totalItems']} debtors\n";
