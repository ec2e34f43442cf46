/** Seals boxes as the rater's browser does, on Node's own primitives: quick enough to fill a large wave. */
import {
  createCipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
} from "node:crypto";
import type { KeyRing } from "../../api/keys/key-ring.ts";
import type { RowContent } from "../../api/responses/row-seal.ts";
import type { RowScope } from "../../api/responses/sealed-rows.ts";
import type { AnswerStore } from "../../api/storage/answer-store.ts";
import { fromBase64url } from "../../surveys/base64url.ts";
import { padToBox } from "../../surveys/box-bytes.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { ticketInfo } from "../../surveys/ticket-info.ts";
import { fillRows } from "./filled-rows.ts";

const KEM = Buffer.from("KEM\x00\x20", "latin1");
const HPKE = Buffer.from("HPKE\x00\x20\x00\x01\x00\x02", "latin1");
const EMPTY = Buffer.alloc(0);

const extract = (suite: Buffer, salt: Buffer, label: string, material: Buffer): Buffer =>
  createHmac("sha256", salt)
    .update(Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), material]))
    .digest();
const expand = (suite: Buffer, key: Buffer, label: string, to: { info: Buffer; length: number }): Buffer =>
  createHmac("sha256", key)
    .update(
      Buffer.concat([
        Buffer.of(0, to.length),
        Buffer.from("HPKE-v1"),
        suite,
        Buffer.from(label),
        to.info,
        Buffer.of(1),
      ]),
    )
    .digest()
    .subarray(0, to.length);

const SCHEDULE = Buffer.concat([
  Buffer.of(0),
  extract(HPKE, EMPTY, "psk_id_hash", EMPTY),
  extract(HPKE, EMPTY, "info_hash", EMPTY),
]);

export interface TestResponse {
  readonly subject: string;
  readonly group: string;
  readonly answers: SurveyAnswers;
}

export function sealNatively(manifest: Manifest, response: TestResponse): Uint8Array {
  const { subject, group, answers } = response;
  const padded = padToBox(Buffer.from(JSON.stringify(answers)), manifest.boxBytes);
  const recipient = Buffer.from(fromBase64url(manifest.sealKey) ?? []);
  if (padded === undefined) throw new RangeError("the answers do not fit");
  // Encoded as they are made: exporting a fresh key object can stop the whole process for ever (seen in Node 20.20).
  const pair = generateKeyPairSync("x25519", {
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  const encapsulated = pair.publicKey.subarray(-32);
  const curve = { kty: "OKP", crv: "X25519" };
  const own = {
    x: encapsulated.toString("base64url"),
    d: pair.privateKey.subarray(-32).toString("base64url"),
  };
  const privateKey = createPrivateKey({ format: "jwk", key: { ...curve, ...own } });
  const publicKey = createPublicKey({ format: "jwk", key: { ...curve, x: manifest.sealKey } });
  const point = diffieHellman({ privateKey, publicKey });
  const context = Buffer.concat([encapsulated, recipient]);
  const shared = expand(KEM, extract(KEM, EMPTY, "eae_prk", point), "shared_secret", {
    info: context,
    length: 32,
  });
  const secret = extract(HPKE, shared, "secret", EMPTY);
  const nonce = expand(HPKE, secret, "base_nonce", { info: SCHEDULE, length: 12 });
  const cipher = createCipheriv(
    "aes-256-gcm",
    expand(HPKE, secret, "key", { info: SCHEDULE, length: 32 }),
    nonce,
  ).setAAD(ticketInfo({ wave: manifest.wave, subject, group }));
  return new Uint8Array(
    Buffer.concat([encapsulated, cipher.update(padded), cipher.final(), cipher.getAuthTag()]),
  );
}

/** Puts sealed responses into the store as if they had been received. */
export async function insertResponses(
  store: { readonly answers: AnswerStore; readonly keys: KeyRing },
  manifest: Manifest,
  responses: Iterable<TestResponse>,
): Promise<void> {
  const received: (RowContent & RowScope)[] = [];
  for (const response of responses) {
    const { subject, group } = response;
    const random = { name: new Uint8Array(randomBytes(32)), companion: new Uint8Array(randomBytes(32)) };
    received.push({ ...random, subject, group, box: sealNatively(manifest, response) });
  }
  await fillRows(store, manifest.wave, received);
}
