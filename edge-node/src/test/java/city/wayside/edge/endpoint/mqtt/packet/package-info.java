/// Tests of the packet codec. Comments such as `MQTT-3.3.1-4` name the normative statement of MQTT
/// 5 that a test is about; those with `3.1.1` before them, that of MQTT 3.1.1.
@NullMarked
package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.NullMarked;
