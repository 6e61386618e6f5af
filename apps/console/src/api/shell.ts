// Calls as lines for a shell: what a person takes along, and runs elsewhere.
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { ShownCall } from './calls.ts'
import { words } from './shell-words.ts'

/** Where an appliance is, as whom the console calls it, and the certificate that it has pinned (SHA-256; null: a CA vouches for it). */
export type Reached = Pick<Appliance, 'url' | 'username' | 'fingerprint'>

/** A line, or a part of one, as the shell reads it: no words for people. */
export const shell = (line: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: line }, ...values)

/** A text as one word of the shell, whatever is in it. */
export const quoted = (text: string): string => (/^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/**
 * The shell function `pin ADDRESS FINGERPRINT`: it takes the certificate that is shown at `host:port`, and answers its
 * key as curl's `--pinnedpubkey` wants it, but only if it is the certificate with that SHA-256 fingerprint.
 *
 * curl's `--cacert` would not do: it also wants the address to be one of the certificate's names, and that of an appliance
 * is pinned because it vouches for none. With `--insecure`, curl asks for neither names nor a CA, and still sends nothing
 * to a server with another key than the pinned one.
 */
export const pinFunction: readonly string[] = [
  shell`pin() {`,
  shell`  certificate=$(openssl s_client -connect "$1" </dev/null 2>/dev/null | openssl x509)`,
  shell`  if [ "$(printf '%s' "$certificate" | openssl x509 -noout -fingerprint -sha256 | cut -d= -f2)" != "$2" ]; then`,
  shell`    echo "${words.kept.notPinned('$1')}" >&2`,
  shell`    return 1`,
  shell`  fi`,
  shell`  printf 'sha256//'`,
  shell`  printf '%s' "$certificate" | openssl x509 -noout -pubkey | openssl pkey -pubin -outform der |`,
  shell`    openssl dgst -sha256 -binary | openssl base64`,
  shell`}`,
]

/** The call of `pin` for an appliance; undefined for one that a CA vouches for. */
export function pinCall({ url, fingerprint }: Reached): string | undefined {
  if (fingerprint === null) return undefined
  const { hostname, port } = new URL(url)
  return shell`pin ${quoted(`${hostname}:${port || '443'}`)} ${fingerprint}`
}

/**
 * A call to an appliance, to be pasted into a shell; curl asks for the password. Where the certificate is pinned, it goes by that.
 * There are no comments in it: not every shell knows them where somebody types.
 */
export function asCurl(appliance: Reached, { method, path, body }: ShownCall): string {
  const pin = pinCall(appliance)
  const parts = [
    shell`curl --user ${quoted(appliance.username)}`,
    ...(pin === undefined ? [] : [shell`--insecure --pinnedpubkey "$PIN"`]),
    ...(method === 'GET' ? [] : [shell`--request ${method}`]),
    ...(body === undefined ? [] : [shell`--header 'Content-Type: application/json'`, shell`--data ${oneLine(body)}`]),
    quoted(`${appliance.url}${path}`),
  ]
  const curl = parts.join(' ')
  return pin === undefined ? curl : [...pinFunction, shell`PIN=$(${pin}) &&`, curl].join('\n')
}

const oneLine = (json: string): string => quoted(JSON.stringify(JSON.parse(json)))

/** A reading call to the console itself, with an API token in the variable TOKEN. `origin`: `https://console:8443`. */
export const asConsoleCurl = (origin: string, { path }: ShownCall): string =>
  shell`curl --header "Authorization: Bearer $TOKEN" ${quoted(`${origin}${path}`)}`
