/// Building text: HTML pages from data, by tagged templates that escape what they insert.
class SafeHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Insertable = string | number | boolean | null | undefined | SafeHtml | Insertable[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

function render(value: Insertable): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof SafeHtml) return value.text;
  if (Array.isArray(value)) return value.map(render).join("");
  return escape(String(value));
}

function html(strings: TemplateStringsArray, ...values: Insertable[]): SafeHtml {
  let text = strings[0]!;
  values.forEach((value, i) => {
    text += render(value) + strings[i + 1]!;
  });
  return new SafeHtml(text);
}

interface Comment {
  author: string;
  text: string;
  likes: number;
  replies: Comment[];
}

interface Article {
  title: string;
  tags: string[];
  paragraphs: string[];
  comments: Comment[];
  draft?: boolean;
}

function renderComment(comment: Comment, depth: number): SafeHtml {
  return html`<li class="comment depth-${depth}">
    <b>${comment.author}</b> <span>${comment.text}</span>
    ${comment.likes > 0 && html`<i>${comment.likes} ${comment.likes === 1 ? "like" : "likes"}</i>`}
    ${comment.replies.length > 0 && html`<ul>${comment.replies.map((reply) => renderComment(reply, depth + 1))}</ul>`}
  </li>`;
}

function renderArticle(article: Article, index: number): SafeHtml {
  return html`<article id="article-${index}">
  <h1>${article.title}</h1>
  ${article.draft ? html`<em>draft</em>` : null}
  <p class="tags">${article.tags.map((tag) => html`<a href="/tags/${encodeURIComponent(tag)}">${tag}</a>`)}</p>
  ${article.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  <ul>${article.comments.map((comment) => renderComment(comment, 0))}</ul>
</article>
`;
}

function makeComments(count: number, depth: number, seed: number): Comment[] {
  return Array.from({ length: count }, (_, i) => ({
    author: ["Ann", "Bob & Co", "Ćelia", "<dan>"][(i + seed) % 4]!,
    text: `I think "${(seed * 31 + i) % 97}" < ${i + 100} & that's it.`,
    likes: (seed + i) % 3,
    replies: depth > 0 ? makeComments(count - 1, depth - 1, seed + i) : [],
  }));
}

function makeArticle(seed: number): Article {
  return {
    title: `Article <${seed}> on "strings" & more`,
    tags: ["news", "c++ & c", `tag ${seed % 10}`],
    paragraphs: Array.from({ length: 6 }, (_, i) => `Paragraph ${i} of ${seed}: `.padEnd(60 + ((seed + i) % 40), "lorem ipsum ")),
    comments: makeComments(3, 2, seed),
    draft: seed % 5 === 0,
  };
}

function checksum(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

const pages = Number(process.argv[2] ?? 12_000);
const articles = Array.from({ length: 50 }, (_, i) => makeArticle(i));
let length = 0;
let hash = 0;
for (let page = 0; page < pages; page++) {
  const text = renderArticle(articles[page % articles.length]!, page).toString();
  length += text.length;
  hash = (Math.imul(hash, 17) + checksum(text)) | 0;
}
console.log(`${length} characters, checksum ${hash}`);
