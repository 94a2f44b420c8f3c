package city.wayside.messages.bench;

import city.wayside.messages.selective.BsmState;
import city.wayside.messages.selective.CamState;
import city.wayside.messages.selective.DenmState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The hot messages to what live state needs of them.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SelectiveDecode {

  /// When every message is received.
  static final long RECEIVED_MS = 1_795_000_000_000L;

  private final byte[] cam = Sample.CAM.bytes();
  private final byte[] bsm = Sample.BSM.bytes();
  private final byte[] denm = Sample.DENM.bytes();

  /// A CAM to a report.
  @Benchmark
  public Object cam() {
    return CamState.read(cam, 0, cam.length, RECEIVED_MS);
  }

  /// A BSM to a report.
  @Benchmark
  public Object bsm() {
    return BsmState.read(bsm, 0, bsm.length, RECEIVED_MS);
  }

  /// A DENM to what routing it needs.
  @Benchmark
  public Object denm() {
    return DenmState.read(denm, 0, denm.length, RECEIVED_MS);
  }
}
