package city.wayside.messages.bench;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Whole messages to tapes.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FullDecode {

  private final Unpacker unpacker = new Unpacker();
  private byte[] bytes = {};

  /// Which message.
  @Param public Sample sample = Sample.CAM;

  /// Makes the message.
  @Setup
  public void makeMessage() {
    bytes = sample.bytes();
  }

  /// Decodes it.
  @Benchmark
  public Unpacked decode() {
    return unpacker.unpack(bytes);
  }
}
