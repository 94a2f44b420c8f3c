package city.wayside.town.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.kit.fake.PacedClock;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Bundled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/// The console as a person meets it: a headless browser clicks a segment and reads its speed.
class ConsoleBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PacedClock clock = PacedClock.like(InstantSource.system());

  @BeforeAll
  static void aBrowserIsNeeded() {
    boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (Boolean.getBoolean("wayside.ci")) {
      assertThat(installed).as("Chromium and its driver").isTrue();
    }
    assumeTrue(installed, "needs the packages chromium and chromium-driver");
  }

  @Test
  void aClickOnASegmentShowsItsSpeed() throws Exception {
    RoadNetwork network = Bundled.network();
    int segment = TestVehicle.longSegment(network);
    String segmentId = network.segmentId(segment);
    try (TestTown town = TestTown.launch(network, clock)) {
      clock.jumpToNextMinute();
      TestVehicle.drive(clock, network, segment, town.town().mqttPort());
      clock.jump(70_000);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(town.get("/api/v1/traffic?window=60&geometry=none"))
                  .contains("\"segmentId\":\"" + segmentId + "\""));
      ChromeDriver browser = browser();
      try {
        browser.get(town.url("/"));
        awaitMap(browser, segmentId);
        // Drawn in software, the map may lag behind; a person clicks again then.
        await()
            .atMost(PATIENCE)
            .ignoreException(NoSuchElementException.class)
            .until(() -> {
              click(browser, segmentId);
              return text(browser, "segment-id").contains(segmentId);
            });
        await().atMost(PATIENCE).until(() -> text(browser, "segment-speed").startsWith("18"));
        assertThat(text(browser, "segment-vehicles")).startsWith("1");
        keepPicture(browser);

        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        await()
            .atMost(PATIENCE)
            .until(() -> !browser.findElement(By.id("segment-panel")).isDisplayed());
      } finally {
        browser.quit();
      }
    }
  }

  private static void awaitMap(ChromeDriver browser, String segmentId) {
    browser.executeAsyncScript(
        "const done = arguments[0];"
            + "const wait = () => window.wayside ? window.wayside.ready.then(() => done())"
            + " : setTimeout(wait, 50); wait();");
    await().atMost(PATIENCE).until(() -> pixel(browser, segmentId) != null);
  }

  private static void click(ChromeDriver browser, String segmentId) {
    Map<?, ?> at = (Map<?, ?>) Objects.requireNonNull(pixel(browser, segmentId));
    new Actions(browser).moveToLocation(number(at, "x"), number(at, "y")).click().perform();
  }

  private static @Nullable Object pixel(ChromeDriver browser, String segmentId) {
    return browser.executeScript(
        "const at = window.wayside.segmentPixel(arguments[0]); return at && {x: at.x, y: at.y};",
        segmentId);
  }

  private static int number(Map<?, ?> at, String key) {
    return (int) Math.round(((Number) Objects.requireNonNull(at.get(key))).doubleValue());
  }

  private static String text(ChromeDriver browser, String id) {
    return browser.findElement(By.id(id)).getText();
  }

  /// Kept for whoever wants to see what the test saw.
  private static void keepPicture(ChromeDriver browser) throws Exception {
    Path picture = Path.of("target", "console.png");
    Files.write(picture, browser.getScreenshotAs(OutputType.BYTES));
    assertThat(Files.size(picture)).isGreaterThan(10_000);
  }

  private static ChromeDriver browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--window-size=1400,900",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver browser = new ChromeDriver(service, options);
    browser.manage().timeouts().scriptTimeout(PATIENCE);
    return browser;
  }
}
