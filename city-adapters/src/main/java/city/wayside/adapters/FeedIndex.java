package city.wayside.adapters;

import city.wayside.adapters.outbox.PullDocument;
import city.wayside.adapters.outbox.PullFeed;
import city.wayside.adapters.outbox.XmlAttribute;
import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of all documents that can be fetched: as JSON for machines, as a page for people. Event
/// loop.
final class FeedIndex implements Handler<RoutingContext> {

  private static final int PAGE_BYTES_MAX = 1 << 20;
  private static final String TITLE = "City feeds";
  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #ccc}";
  private static final XmlName HTML = XmlName.of("html", "lang", "en");
  private static final XmlName HEAD = XmlName.of("head");
  private static final XmlName PAGE_TITLE = XmlName.of("title");
  private static final XmlName STYLE_SHEET = XmlName.of("style");
  private static final XmlName BODY = XmlName.of("body");
  private static final XmlName HEADING = XmlName.of("h1");
  private static final XmlName PARAGRAPH = XmlName.of("p");
  private static final XmlName TABLE = XmlName.of("table");
  private static final XmlName ROW = XmlName.of("tr");
  private static final XmlName COLUMN = XmlName.of("th", "scope", "col");
  private static final XmlName CELL = XmlName.of("td");
  private static final XmlName LINK = XmlName.of("a");
  private static final XmlAttribute TARGET = XmlAttribute.of("href");

  private final List<PullFeed> documents;

  FeedIndex(List<PullFeed> documents) {
    this.documents = List.copyOf(documents);
  }

  @Override
  public void handle(RoutingContext context) {
    if (wantsPage(context.parsedHeaders().accept())) {
      html(context);
    } else {
      json(context);
    }
  }

  /// Browsers name HTML before anything else; who does not say what it takes, or takes anything, is
  /// a machine.
  private static boolean wantsPage(List<MIMEHeader> mostWantedFirst) {
    for (MIMEHeader wanted : mostWantedFirst) {
      switch (wanted.component() + "/" + wanted.subComponent()) {
        case "text/html" -> {
          return true;
        }
        case "application/json" -> {
          return false;
        }
        default -> {
          // another type, or a wildcard: neither asks for one of the two
        }
      }
    }
    return false;
  }

  /// For machines.
  private void json(RoutingContext context) {
    JsonArray feeds = new JsonArray();
    for (PullFeed document : documents) {
      feeds.add(json(document, context));
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "accept")
        .end(new JsonObject().put("feeds", feeds).toBuffer());
  }

  /// For people.
  private void html(RoutingContext context) {
    XmlWriter page = new XmlWriter(PAGE_BYTES_MAX);
    page.start(HTML).start(HEAD).element(PAGE_TITLE, TITLE).element(STYLE_SHEET, STYLE).end();
    page.start(BODY).element(HEADING, TITLE);
    page.element(
        PARAGRAPH,
        "Each document is the whole current state. Ask with If-None-Match as often as you like;"
            + " it is answered with 304 until there is a newer one.");
    page.start(TABLE).start(ROW);
    for (String column : List.of("Document", "Content", "Readers", "Last modified")) {
      page.element(COLUMN, column);
    }
    page.end();
    for (PullFeed document : documents) {
      row(page, document, path(document, context));
    }
    page.end().end().end();
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "accept")
        .end(Buffer.buffer("<!DOCTYPE html>\n").appendBytes(page.bytes()));
  }

  private static void row(XmlWriter page, PullFeed document, String path) {
    PullFeed.Card card = document.card();
    page.start(ROW)
        .start(CELL)
        .start(LINK)
        .attribute(TARGET, path)
        .text(card.title())
        .end()
        .end()
        .element(CELL, card.description())
        .element(CELL, tier(card))
        .element(
            CELL,
            document.newest().map(newest -> newest.lastModified().toString()).orElse("not yet"))
        .end();
  }

  private static JsonObject json(PullFeed document, RoutingContext context) {
    PullFeed.Card card = document.card();
    Optional<PullDocument> newest = document.newest();
    return new JsonObject()
        .put("feed", card.feed())
        .put("title", card.title())
        .put("description", card.description())
        .put("path", path(document, context))
        .put("contentType", card.contentType())
        .put("tier", tier(card))
        .put("lastModified", newest.map(one -> one.lastModified().toString()).orElse(null))
        .put("sizeBytes", newest.map(one -> one.plain().length()).orElse(null))
        .put("gzipSizeBytes", newest.map(one -> one.gzip().length()).orElse(null));
  }

  private static String tier(PullFeed.Card card) {
    return card.tier().name().toLowerCase(Locale.ROOT);
  }

  /// Where the document is for who asked, wherever the feeds are mounted.
  private static String path(PullFeed document, RoutingContext context) {
    String mount = context.mountPoint();
    String root = mount == null ? "" : mount.replaceFirst("/+$", "");
    return root + document.card().path();
  }
}
