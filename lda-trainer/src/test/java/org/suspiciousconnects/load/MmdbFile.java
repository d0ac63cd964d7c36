/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases by the specification of the MaxMind DB file format 2.0, with records of 24
 * bits: a search tree over the bits of addresses, the data, and the metadata.
 */
final class MmdbFile {
  private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(ISO_8859_1);
  private static final int SEPARATOR = 16;
  private static final int BITS_BEFORE_V4 = 96;

  private final String type;
  private final int ipVersion;
  private final Object[] root = new Object[2];
  private int extraNodes;

  MmdbFile(String type, int ipVersion) {
    this.type = type;
    this.ipVersion = ipVersion;
  }

  /** A network, such as 10.0.0.0/8, and what is known of it: texts, numbers, maps. */
  MmdbFile put(String network, Map<String, ?> data) {
    set(network, data);
    return this;
  }

  /** Makes a network mean what IPv4 means, as real databases do with ::ffff:0:0/96. */
  MmdbFile alias(String ipv6Network) {
    Object[] node = root;
    for (int i = 0; i < BITS_BEFORE_V4; i++) {
      node = (Object[]) node[0];
    }
    set(ipv6Network, node);
    return this;
  }

  /** Claims to have more nodes than it has. */
  MmdbFile withNodesThatAreNotThere(int nodes) {
    extraNodes = nodes;
    return this;
  }

  byte[] bytes() {
    List<Object[]> nodes = new ArrayList<>();
    Map<Object[], Integer> numbers = new IdentityHashMap<>();
    number(root, nodes, numbers);
    int count = nodes.size();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (Object[] node : nodes) {
      for (Object child : node) {
        int record = count + extraNodes;
        if (child instanceof Object[]) {
          record = numbers.get(child);
        } else if (child != null) {
          record = count + extraNodes + SEPARATOR + data.size();
          write(data, child);
        }
        tree.write(record >> 16);
        tree.write(record >> 8);
        tree.write(record);
      }
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", BigInteger.valueOf(1_500_000_000));
    metadata.put("database_type", type);
    metadata.put("description", Map.of("en", "a test"));
    metadata.put("ip_version", ipVersion);
    metadata.put("languages", List.of("en"));
    metadata.put("node_count", (long) count + extraNodes);
    metadata.put("record_size", 24);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(tree.toByteArray());
    file.writeBytes(new byte[SEPARATOR]);
    file.writeBytes(data.toByteArray());
    file.writeBytes(MARKER);
    write(file, metadata);
    return file.toByteArray();
  }

  private void set(String network, Object value) {
    int slash = network.indexOf('/');
    byte[] address = bytes(network.substring(0, slash));
    int length = Integer.parseInt(network.substring(slash + 1));
    if (ipVersion == 6 && address.length == 4) {
      byte[] within = new byte[16];
      System.arraycopy(address, 0, within, 12, 4);
      address = within;
      length += BITS_BEFORE_V4;
    }
    Object[] node = root;
    for (int bit = 0; bit < length - 1; bit++) {
      int side = side(address, bit);
      if (node[side] == null) {
        node[side] = new Object[2];
      }
      node = (Object[]) node[side];
    }
    node[side(address, length - 1)] = value;
  }

  private static int side(byte[] address, int bit) {
    return address[bit / 8] >> (7 - bit % 8) & 1;
  }

  /** Java would make an IPv4 address of ::ffff:0:0. */
  private static byte[] bytes(String address) {
    try {
      if (address.equals("::ffff:0:0")) {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        return mapped;
      }
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  private static void number(Object[] node, List<Object[]> nodes, Map<Object[], Integer> numbers) {
    if (numbers.putIfAbsent(node, nodes.size()) == null) {
      nodes.add(node);
      for (Object child : node) {
        if (child instanceof Object[]) {
          number((Object[]) child, nodes, numbers);
        }
      }
    }
  }

  private static void write(ByteArrayOutputStream out, Object value) {
    if (value instanceof String) {
      byte[] text = ((String) value).getBytes(UTF_8);
      control(out, 2, text.length);
      out.writeBytes(text);
    } else if (value instanceof Double) {
      control(out, 3, 8);
      out.writeBytes(ByteBuffer.allocate(8).putDouble((Double) value).array());
    } else if (value instanceof Float) {
      control(out, 15, 4);
      out.writeBytes(ByteBuffer.allocate(4).putFloat((Float) value).array());
    } else if (value instanceof Integer) {
      number(out, 5, (Integer) value);
    } else if (value instanceof Long) {
      number(out, 6, (Long) value);
    } else if (value instanceof BigInteger) {
      number(out, 9, ((BigInteger) value).longValueExact());
    } else if (value instanceof Map) {
      Map<?, ?> map = (Map<?, ?>) value;
      control(out, 7, map.size());
      map.forEach(
          (key, inside) -> {
            write(out, key);
            write(out, inside);
          });
    } else {
      List<?> list = (List<?>) value;
      control(out, 11, list.size());
      list.forEach(inside -> write(out, inside));
    }
  }

  private static void number(ByteArrayOutputStream out, int type, long value) {
    byte[] digits = value == 0 ? new byte[0] : BigInteger.valueOf(value).toByteArray();
    int sign = digits.length > 0 && digits[0] == 0 ? 1 : 0;
    control(out, type, digits.length - sign);
    out.write(digits, sign, digits.length - sign);
  }

  /** Sizes up to 284. */
  private static void control(ByteArrayOutputStream out, int type, int size) {
    out.write((type > 7 ? 0 : type) << 5 | Math.min(size, 29));
    if (type > 7) {
      out.write(type - 7);
    }
    if (size >= 29) {
      out.write(size - 29);
    }
  }
}
