package city.wayside.edge.endpoint.mqtt.topic;

import city.wayside.edge.inbound.topic.UpTopicReader;
import city.wayside.model.area.Quadkey;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.message.MessageKind;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// What topics, subscriptions and retained messages cost, in time and in memory: to be run by hand.
/// Times are processor time of one thread, so that others on the machine count little: medians of
/// [#RUNS] runs after as many for warming up.
public final class TopicTreeBench {

  private static final int RUNS = 11;

  /// A city of about 22 by 20 kilometres.
  private static final double SOUTH_DEG = 53.45;

  private static final double WEST_DEG = 9.85;
  private static final double SPAN_LAT_DEG = 0.2;
  private static final double SPAN_LON_DEG = 0.3;

  private final Random chance = new Random(7);
  private final Matches<Ear> matches = new Matches<>();
  private long sink;

  private TopicTreeBench() {}

  public static void main(String[] arguments) {
    TopicTreeBench bench = new TopicTreeBench();
    bench.memory();
    bench.reading();
    bench.oneToMany();
    bench.oneToNobody();
    bench.comingAndGoing();
    bench.retained();
    System.out.println("(" + bench.sink % 10 + ")");
  }

  private void reading() {
    UpTopicReader reader = new UpTopicReader(QueueLayout.DEFAULT.inQueue());
    String tile = Quadkey.of(SOUTH_DEG, WEST_DEG, 22).levels();
    for (String topic :
        List.of(
            "v1/up/4711/probe",
            "v1/up/4294967295/cam",
            "default/inQueue/v2x/cam/com_car_4711/" + tile,
            "somewhere/else")) {
      byte[] bytes = topic.getBytes(StandardCharsets.UTF_8);
      int count = 1_000_000;
      IntConsumer body = _ -> sink += reader.read(bytes, 0, bytes.length).hashCode();
      report("read " + topic, nanos(count, body), "ns", allocated(count, body));
    }
  }

  private void oneToMany() {
    String topic = DownTopics.geo(place(22), MessageKind.DENM);
    for (int count : new int[] {1, 100, 10_000}) {
      TopicTree<Ear> same = new TopicTree<>();
      TopicTree<Ear> several = new TopicTree<>();
      for (Ear ear : ears(count)) {
        same.add(prefix(topic, 15) + "/#", ear, 1, 0);
        // Each by four filters that all match, as with a broad and a narrow region of interest.
        for (int zoom = 12; zoom <= 15; zoom++) {
          several.add(prefix(topic, zoom) + "/#", ear, 1, zoom);
        }
      }
      int runs = Math.max(1, 100_000 / count);
      report("1 message to " + count, nanos(runs, _ -> hear(same, topic)), "ns", -1);
      report("… by four filters each", nanos(runs, _ -> hear(several, topic)), "ns", -1);
    }
  }

  private void oneToNobody() {
    TopicTree<Ear> tree = new TopicTree<>();
    for (Ear ear : ears(100_000)) {
      tree.add("v1/geo/" + place(18).levels() + "/cam", ear, 1, 0);
    }
    String elsewhere = DownTopics.geo(Quadkey.of(48, 2, 22), MessageKind.DENM);
    String[] denms = new String[1000];
    String[] cams = new String[denms.length];
    for (int i = 0; i < denms.length; i++) {
      denms[i] = DownTopics.geo(place(18), MessageKind.DENM);
      cams[i] = DownTopics.geo(place(18), MessageKind.CAM);
    }
    report("1 message to nobody of 100,000, no such tree", tree, "v2/x");
    report("… in another city", tree, elsewhere);
    report("… in the same tiles, another type", tree, denms);
    report("1 message to about two of 100,000", tree, cams);
  }

  private void report(String name, TopicTree<Ear> tree, String... topics) {
    IntConsumer body = i -> hear(tree, topics[i % topics.length]);
    report(name, nanos(300_000, body), "ns", allocated(300_000, body));
  }

  private void comingAndGoing() {
    int count = 100_000;
    List<Ear> ears = ears(count);
    String[] filters = new String[count];
    for (int i = 0; i < count; i++) {
      filters[i] = "v1/geo/" + place(18).levels() + "/#";
    }
    String[] own = new String[count];
    for (int i = 0; i < count; i++) {
      own[i] = "v1/refused/com_car_" + chance.nextInt(1 << 30);
    }
    rates("tiles of zoom 18", ears, filters);
    rates(
        "one filter for all",
        ears,
        Arrays.stream(filters).map(_ -> "v1/geo/1/#").toArray(String[]::new));
    rates("each its own v1/refused", ears, own);
  }

  private void rates(String name, List<Ear> ears, String[] filters) {
    long[] adding = new long[RUNS];
    long[] removing = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      TopicTree<Ear> tree = new TopicTree<>();
      long start = cpuNanos();
      for (int i = 0; i < filters.length; i++) {
        tree.add(filters[i], ears.get(i), 1, 0);
      }
      adding[run] = cpuNanos() - start;
      start = cpuNanos();
      for (int i = 0; i < filters.length; i++) {
        tree.remove(filters[i], ears.get(i));
      }
      removing[run] = cpuNanos() - start;
      require(tree.isEmpty(), "branches are left");
    }
    report("add: " + name, (double) median(adding) / filters.length, "ns", -1);
    report("remove: " + name, (double) median(removing) / filters.length, "ns", -1);
  }

  private void memory() {
    List<Ear> ears = ears(100_000);
    bytes("(nothing, until the heap has settled)", 100_000, ArrayList::new);
    bytes(
        "100,000 subscriptions to tiles of zoom 18",
        100_000,
        () -> {
          TopicTree<Ear> tree = new TopicTree<>();
          ears.forEach(ear -> tree.add("v1/geo/" + place(18).levels() + "/#", ear, 1, 0));
          return tree;
        });
    bytes(
        "100,000 subscriptions, 9 tiles of zoom 15 a client",
        100_000,
        () -> {
          TopicTree<Ear> tree = new TopicTree<>();
          for (int i = 0; i < 100_000; i++) {
            String tile = place(15).levels();
            tree.add("default/outQueue/v2x/denm/+/" + tile + "/#", ears.get(i / 9), 1, 0);
          }
          return tree;
        });
    bytes(
        "100,000 clients, each its own v1/refused",
        100_000,
        () -> {
          TopicTree<Ear> tree = new TopicTree<>();
          ears.forEach(ear -> tree.add("v1/refused/com_car_" + ear, ear, 0, 0));
          return tree;
        });
    bytes(
        "10,000 subscriptions to tiles of zoom 22 all over the world",
        10_000,
        () -> {
          TopicTree<Ear> tree = new TopicTree<>();
          for (Ear ear : ears.subList(0, 10_000)) {
            double latDeg = -80 + 160 * chance.nextDouble();
            double lonDeg = -180 + 360 * chance.nextDouble();
            tree.add("v1/geo/" + Quadkey.of(latDeg, lonDeg, 22).levels() + "/denm", ear, 1, 0);
          }
          return tree;
        });
  }

  private void retained() {
    List<Retained> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(
          new Retained(
              i,
              new DownMessage(
                  i,
                  DownTopics.geo(place(22), MessageKind.DENM),
                  new byte[200],
                  "",
                  DownMessage.Kind.RETAINED,
                  "",
                  1000 + chance.nextInt(1000))));
    }
    Supplier<RetainedTopics> filled =
        () -> {
          RetainedTopics topics = new RetainedTopics(20_000, 100_000_000);
          all.forEach(one -> topics.put(one, 0));
          return topics;
        };
    bytes("10,000 retained messages, besides themselves", 10_000, filled);
    RetainedTopics topics = filled.get();
    String[] filters = new String[1000];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = "v1/geo/" + place(15).levels() + "/#";
    }
    report(
        "find what is retained in a tile of zoom 15",
        nanos(100_000, i -> topics.match(filters[i % 1000], 0, one -> sink += one.sequence())),
        "ns",
        -1);
    report(
        "put a retained message in the place of another",
        nanos(10_000, i -> topics.put(again(all.get(i), topics), 0)),
        "ns",
        -1);
  }

  private Retained again(Retained one, RetainedTopics topics) {
    sink += topics.count();
    return new Retained(one.sequence() + 10_000 + sink % 1000, one.message());
  }

  private void hear(TopicTree<Ear> tree, String topic) {
    tree.match(topic, matches);
    for (int place = 0; place < matches.count(); place++) {
      sink += matches.subscriber(place).matchPlace() + matches.qos(place);
    }
  }

  private Quadkey place(int zoom) {
    double latDeg = SOUTH_DEG + SPAN_LAT_DEG * chance.nextDouble();
    double lonDeg = WEST_DEG + SPAN_LON_DEG * chance.nextDouble();
    return Quadkey.of(latDeg, lonDeg, zoom);
  }

  private static List<Ear> ears(int count) {
    List<Ear> ears = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ears.add(new Ear("ear" + i));
    }
    return ears;
  }

  private static String prefix(String topic, int zoom) {
    return topic.substring(0, "v1/geo/".length() + 2 * zoom - 1);
  }

  private static double nanos(int count, IntConsumer body) {
    long[] times = new long[RUNS];
    for (int run = -RUNS; run < RUNS; run++) {
      long start = cpuNanos();
      for (int i = 0; i < count; i++) {
        body.accept(i);
      }
      times[Math.max(0, run)] = cpuNanos() - start;
    }
    return (double) median(times) / count;
  }

  private static double allocated(int count, IntConsumer body) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < count; i++) {
      body.accept(i);
    }
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / count;
  }

  private void bytes(String name, int count, Supplier<?> maker) {
    sink += maker.get().hashCode();
    long before = usedBytes();
    Object made = maker.get();
    long bytes = usedBytes() - before;
    sink += made.hashCode();
    report(name, (double) bytes / count, "bytes each", -1);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long usedBytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void report(String name, double figure, String unit, double garbageBytes) {
    System.out.println(
        String.format(Locale.ROOT, "%-100s %12.1f %s", name, figure, unit)
            + (garbageBytes < 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f bytes of garbage", garbageBytes)));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
