import { commands, ExtensionContext, Uri, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("lint-article.restart", restart),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("lint-article") && restart()),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("lint-article");
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  const [command, ...args] = settings
    .get<string[]>("command", [])
    .map((word) => word.replaceAll("${workspaceFolder}", folder));
  const documentSelector = settings
    .get<string[]>("languages", [])
    .flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language })));
  client = new LanguageClient("lint-article", { command, args }, { documentSelector });
  try {
    await client.start();
  } catch (error) {
    const install = "How to install it";
    const words = `lint-article cannot be started: ${error instanceof Error ? error.message : error}`;
    if ((await window.showErrorMessage(words, install)) === install) {
      await commands.executeCommand("markdown.showPreview", Uri.joinPath(Uri.file(__dirname), "..", "README.md"));
    }
  }
}
