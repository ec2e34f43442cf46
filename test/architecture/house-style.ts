/** The form every source file keeps, as checks that return what is wrong. */
import ts from "typescript";
import type { SourceFile } from "./source-files.ts";

const FORBIDDEN_FOLDERS = /(^|\/)(utils?|helpers?|common|shared|libs?|types)\//;
const MAXIMUM_LINES = 300;
const MAXIMUM_TEST_LINES = 400;
/** Words that say nothing about what a thing is. */
const EMPTY_WORDS = /\b(manager|service|util|helper)s?\b/;

function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true);
}

/** A file begins with one comment that says what lives in it. */
function beginsWithASentence(file: SourceFile): string[] {
  return /^(#![^\n]*\n)?\/\*\*\s+\S/.test(file.text) ? [] : [`${file.path}: begins without a sentence`];
}

function staysWithinItsLength(file: SourceFile): string[] {
  const limit = file.path.startsWith("test/") ? MAXIMUM_TEST_LINES : MAXIMUM_LINES;
  const lines = file.text.split("\n").length - 1;
  return lines <= limit ? [] : [`${file.path}: ${lines} lines, at most ${limit}`];
}

function liesInATellingFolder(file: SourceFile): string[] {
  const name = file.path.split("/").at(-1) ?? "";
  const problems: string[] = [];
  if (FORBIDDEN_FOLDERS.test(file.path)) problems.push(`${file.path}: a folder that says nothing`);
  if (EMPTY_WORDS.test(name.replaceAll("-", " "))) problems.push(`${file.path}: a name that says nothing`);
  return problems;
}

function isConstAssertion(node: ts.AsExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && node.type.getText() === "const";
}

function hasCommentAbove(node: ts.Node, text: string): boolean {
  // The file's own opening sentence guarantees nothing.
  return (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).some((range) => range.pos > 0);
}

/** The function an `as` stands in must carry a comment that states its guarantee. */
function standsUnderAGuarantee(node: ts.Node, text: string): boolean {
  for (let current: ts.Node | undefined = node; current !== undefined; current = current.parent) {
    if (ts.isFunctionDeclaration(current) || ts.isMethodDeclaration(current))
      return hasCommentAbove(current, text);
    if (ts.isVariableStatement(current) && hasCommentAbove(current, text)) return true;
  }
  return false;
}

/** `as` only in a named function with its guarantee above it; in tests the compiler alone decides. */
function castsOnlyUnderAGuarantee(file: SourceFile): string[] {
  if (file.path.startsWith("test/")) return [];
  const source = parse(file);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && !isConstAssertion(node) && !standsUnderAGuarantee(node, file.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`${file.path}:${line + 1}: a cast without a guarantee`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

/** What a docstring of a public function must hold: @param for each parameter, @returns, @throws if it throws. */
function publicFunctionsAreDocumented(file: SourceFile): string[] {
  // The lint rules are all of one shape, which finding.ts documents once.
  if (!/^(surveys|analysis)\//.test(file.path) || file.path.startsWith("surveys/problems/")) return [];
  const source = parse(file);
  return source.statements
    .filter((statement): statement is ts.FunctionDeclaration => ts.isFunctionDeclaration(statement))
    .filter(
      (declaration) => declaration.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) === true,
    )
    .flatMap((declaration) => missingParts(declaration, file));
}

function missingParts(declaration: ts.FunctionDeclaration, file: SourceFile): string[] {
  const comment = ts
    .getJSDocCommentsAndTags(declaration)
    .filter((part) => ts.isJSDoc(part))
    .map((part) => part.getText())
    .join("\n");
  const where = `${file.path}: ${declaration.name?.text ?? "?"}`;
  if (comment === "") return [`${where} has no docstring`];
  const problems: string[] = [];
  if (declaration.parameters.length > 0 && !comment.includes("@param"))
    problems.push(`${where} lacks @param`);
  const returnsNothing = declaration.type?.kind === ts.SyntaxKind.VoidKeyword;
  if (!returnsNothing && !comment.includes("@returns")) problems.push(`${where} lacks @returns`);
  if (/\bthrow new\b/.test(declaration.body?.getText() ?? "") && !comment.includes("@throws")) {
    problems.push(`${where} lacks @throws`);
  }
  return problems;
}

/** A file that only passes on what others export. */
function isNoBarrel(file: SourceFile): string[] {
  const statements = parse(file).statements;
  const passesOn = statements.filter((s) => ts.isExportDeclaration(s) && s.moduleSpecifier !== undefined);
  return passesOn.length > 0 ? [`${file.path}: passes on what another file exports`] : [];
}

export const HOUSE_STYLE = [
  beginsWithASentence,
  staysWithinItsLength,
  liesInATellingFolder,
  castsOnlyUnderAGuarantee,
  publicFunctionsAreDocumented,
  isNoBarrel,
];
