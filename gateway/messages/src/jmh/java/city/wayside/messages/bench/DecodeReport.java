package city.wayside.messages.bench;

public final class DecodeReport {
  private DecodeReport() {}

  public static void main(String[] words) throws Exception {
    for (Sample sample : Sample.values()) System.out.println(sample + " " + sample.bytes().length);
    new org.openjdk.jmh.runner.Runner(
            new org.openjdk.jmh.runner.options.OptionsBuilder()
                .include("FullDecode")
                .forks(1)
                .warmupIterations(2)
                .warmupTime(org.openjdk.jmh.runner.options.TimeValue.seconds(1))
                .measurementIterations(2)
                .measurementTime(org.openjdk.jmh.runner.options.TimeValue.seconds(1))
                .addProfiler("gc")
                .build())
        .run();
  }
}
