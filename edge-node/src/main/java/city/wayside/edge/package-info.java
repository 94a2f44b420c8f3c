/// The edge node: from what a client sends to what the grid keeps. [EdgeNode] puts the stages
/// together and [Pipeline] lists them; the stages themselves do not know each other. MQTT flows in
/// on event loops, batches flow out on the thread `uplink`, acknowledgements flow back.
@NullMarked
package city.wayside.edge;

import org.jspecify.annotations.NullMarked;
