"""Trains the reader on a GPU: first one of twice its depth, then one of its own depth that learns from the deeper one's answers too.

    python3 distil.py EXAMPLES WEIGHTS OUTPUT [DEEP_SECONDS STUDENT_SECONDS]

EXAMPLES is what `QaBot.Training examples` writes, WEIGHTS what `QaBot.Training weights` writes of the reader to begin with; OUTPUT is
written in the same form, for `QaBot.Training export`. Needs PyTorch 2.11 and a GPU with its FlashAttention (without one it runs too, in
32 bits and very slowly: to try it out on some hundred examples). The learning rate follows the clock, so the two trainings end when
they are told to; reading the examples without an answer once, to know what the reader is mistaken about, comes before.

The deeper network has each layer twice to begin with (bert2BERT, Chen et al., ACL 2022) and learns with dropout; the student's loss is
0.3 of the cross-entropy and 0.7 of the divergence from the deeper one's probabilities (Hinton et al. 2015, at temperature 1).
"""
import math
import struct
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F

WIDTH, HEADS, MOST_PIECES, HEADER = 384, 12, 384, 9
ANSWERED, ELSEWHERE, BESIDE, UNANSWERED = range(4)          # what an example is
ANSWERABLE, IMPOSSIBLE, WRITTEN, SHIFTED = range(4)         # where its question comes from
SHARES = np.array([0.5, 0.6, 1.0, 0.6])                     # of the questions of each, in a pass
CHANCES = {ANSWERED: 1.0, ELSEWHERE: 0.55, BESIDE: 0.25, UNANSWERED: 1.0}   # that a question's example of a kind is in a pass
MOST_PROBABLE = 0.9     # what the reader finds elsewhere with more probability than this may well answer too (RocketQA, NAACL 2021)
LONGEST_ANSWER = 40
CUDA = torch.cuda.is_available()
DEVICE, PRODUCTS, TOKENS = ('cuda', torch.bfloat16, 32768) if CUDA else ('cpu', torch.float32, 2048)
BEGAN = time.time()


def log(text):
    print(f'[{time.time() - BEGAN:6.1f}] {text}', flush=True)


def read_weights(path):
    """Name to values: a name with its length before it, the number of values, 32-bit values."""
    data, at, weights = open(path, 'rb').read(), 0, {}
    while at < len(data):
        name = data[at + 1:at + 1 + data[at]].decode()      # no name has more than 127 letters
        at += 1 + data[at]
        values = np.frombuffer(data, np.float32, *struct.unpack_from('<i', data, at), at + 4)
        at += 4 + values.nbytes
        width = 4 * WIDTH if name.endswith('.output.dense.weight') and 'attention' not in name else WIDTH
        is_matrix = name.endswith('weight') and 'LayerNorm' not in name
        weights[name] = torch.tensor(values.reshape(-1, width) if is_matrix else values)
    return weights


def write_weights(weights, path):
    with open(path, 'wb') as file:
        for name in sorted(weights):
            values = weights[name].detach().float().cpu().numpy()
            file.write(bytes([len(name)]) + name.encode() + struct.pack('<i', values.size) + values.tobytes())


class Network:
    """BERT's encoder and two numbers a token: as in ReaderNetwork, but for sequences that lie side by side without filling."""

    def __init__(self, weights, dropout=0.0):
        self.weights = {name: value.detach().to(DEVICE).clone().requires_grad_(True) for name, value in weights.items()}
        self.layers = sum(name.endswith('intermediate.dense.weight') for name in weights)
        self.dropout, self.is_training = dropout, False

    def deeper(self):
        """The weights of a network in which each layer stands twice."""
        weights = {name: value for name, value in self.weights.items() if not name.startswith('encoder')}
        for layer in range(2 * self.layers):
            source = f'encoder.layer.{layer // 2}.'
            weights |= {f'encoder.layer.{layer}.' + name[len(source):]: value for name, value in self.weights.items() if name.startswith(source)}
        return weights

    def forward(self, batch):
        """Examples × 2 × pieces: how well an answer starts and ends there."""
        w = {name: value.to(PRODUCTS) if name.startswith('encoder') and 'LayerNorm' not in name else value for name, value in self.weights.items()}
        x = (F.embedding(batch['ids'], w['embeddings.word_embeddings.weight']) + F.embedding(batch['places'], w['embeddings.position_embeddings.weight'])
             + F.embedding(batch['types'], w['embeddings.token_type_embeddings.weight']))
        x = self.norm(x, w, 'embeddings').to(PRODUCTS)
        for layer in range(self.layers):
            name = f'encoder.layer.{layer}.'
            parts = [f'{name}attention.self.{part}' for part in ('query', 'key', 'value')]
            query, key, value = F.linear(x, torch.cat([w[p + '.weight'] for p in parts]), torch.cat([w[p + '.bias'] for p in parts])).view(-1, 3, HEADS, WIDTH // HEADS).unbind(1)
            x = self.norm(x + self.drop(self.linear(attend(query, key, value, batch).reshape(-1, WIDTH), w, name + 'attention.output')), w, name + 'attention.output')
            x = self.norm(x + self.drop(self.linear(F.gelu(self.linear(x, w, name + 'intermediate')), w, name + 'output')), w, name + 'output')
        scores = F.linear(x.float(), w['span.weight'], w['span.bias']).masked_fill(~batch['may'][:, None], -1e4)
        padded = scores.new_full((batch['count'] + 1, MOST_PIECES, 2), -1e4).index_put((batch['rows'], batch['places']), scores)
        return padded[:batch['count']].transpose(1, 2)

    def drop(self, x):
        return F.dropout(x, self.dropout) if self.is_training and self.dropout > 0 else x

    @staticmethod
    def linear(x, w, name):
        return F.linear(x, w[name + '.dense.weight'], w[name + '.dense.bias'])

    @staticmethod
    def norm(x, w, name):
        return F.layer_norm(x, (WIDTH,), w[name + '.LayerNorm.weight'].to(x.dtype), w[name + '.LayerNorm.bias'].to(x.dtype), 1e-12)


def attend(query, key, value, batch):
    if CUDA:
        return torch.ops.aten._flash_attention_forward(query.contiguous(), key.contiguous(), value.contiguous(), batch['bounds'], batch['bounds'],
                                                       MOST_PIECES, MOST_PIECES, 0.0, False, False, scale=1 / math.sqrt(WIDTH // HEADS))[0]
    rows, places = batch['rows'], batch['places']
    shape = (batch['count'] + 1, MOST_PIECES)
    is_there = torch.zeros(shape, dtype=torch.bool).index_put((rows, places), torch.ones_like(rows, dtype=torch.bool))
    q, k, v = (x.new_zeros(shape + x.shape[1:]).index_put((rows, places), x).transpose(1, 2) for x in (query, key, value))
    chances = (q @ k.transpose(2, 3) / math.sqrt(WIDTH // HEADS)).masked_fill(~is_there[:, None, None], -1e9).softmax(-1)
    return (chances @ v).transpose(1, 2)[rows, places]


class Examples:
    """The examples of a file: after each one's header its word pieces, all in 16 bits."""

    def __init__(self, path):
        numbers = np.fromfile(path, np.uint16)
        starts, at = [], 0
        while at < len(numbers):
            starts.append(at)
            at += HEADER + int(numbers[at])
        if at != len(numbers):
            sys.exit(f'{path} ends in the middle of an example.')
        starts = np.array(starts)
        header = numbers[starts[:, None] + np.arange(HEADER)].astype(np.int64)
        self.lengths, self.kinds, sources = header[:, 0], header[:, 6] & 15, header[:, 6] >> 8
        self.is_held_out = (header[:, 6] >> 4 & 1) == 1
        self.questions = header[:, 7] + (header[:, 8] << 16)
        self.shares = SHARES[sources]
        self.numbers = torch.from_numpy(numbers.view(np.int16)).to(DEVICE)      # no piece has a number above 32,767
        self.starts, self.header = torch.from_numpy(starts + HEADER).to(DEVICE), torch.from_numpy(header).to(DEVICE)
        log(f'{len(starts):,} examples of {self.lengths.mean():.0f} pieces')

    def batches(self, order):
        """Indices of as many examples as fill a batch."""
        ends, first, used = np.cumsum(self.lengths[order]), 0, 0
        while first < len(order):
            last = int(np.searchsorted(ends, used + TOKENS, side='right'))
            yield order[first:last]
            first, used = last, int(ends[last - 1])

    def batch(self, indices):
        """Examples side by side, and rows of nothing behind them until the batch is full."""
        count, rest = len(indices), TOKENS - int(self.lengths[indices].sum())
        lengths = np.concatenate([self.lengths[indices], np.full(rest // MOST_PIECES, MOST_PIECES), [rest % MOST_PIECES] if rest % MOST_PIECES else []]).astype(np.int64)
        bounds = torch.from_numpy(np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)).to(DEVICE)
        index = torch.from_numpy(indices).to(DEVICE)
        rows = torch.repeat_interleave(torch.arange(len(lengths), device=DEVICE), torch.from_numpy(lengths).to(DEVICE), output_size=TOKENS)
        places = torch.arange(TOKENS, device=DEVICE) - bounds[:-1].long()[rows]
        is_there, example = rows < count, index[rows.clamp(max=count - 1)]
        header = self.header[example]
        return {
            'count': count,
            'ids': torch.where(is_there, self.numbers[torch.where(is_there, self.starts[example] + places, 0)], 0).long(),
            'places': places,
            'types': (places >= header[:, 1]).long(),
            'may': is_there & ((places == 0) | ((places >= header[:, 2]) & (places < header[:, 2] + header[:, 3]))),
            'rows': rows.clamp(max=count),
            'bounds': bounds,
            'targets': self.header[index, 4:6],
        }

    def one_pass(self, random, hard):
        """Indices for one pass over the questions, one example of a kind: one as good as another, or half the time the one that the reader is most mistaken about."""
        questions, picked = self.questions.max() + 1, []
        is_asked = ~self.is_held_out & (random.random(questions)[self.questions] < self.shares)
        by_mistake = random.random(questions) < 0.5
        for kind, chance in CHANCES.items():
            is_taken = is_asked & (self.kinds == kind) & (random.random(questions) < chance)[self.questions]
            if kind == ELSEWHERE:
                is_taken &= hard < MOST_PROBABLE
            i = np.nonzero(is_taken)[0]
            key = random.random(len(i))
            if kind in (ELSEWHERE, UNANSWERED):
                key = np.where(by_mistake[self.questions[i]], hard[i] + 0.02 * key, key)
            i = i[np.lexsort((key, self.questions[i]))]
            picked.append(i[np.append(self.questions[i][1:] != self.questions[i][:-1], True)])
        picked = np.concatenate(picked)
        random.shuffle(picked)
        return picked


@torch.no_grad()
def chances(network, examples, indices):
    """What chance the network gives each example to hold an answer."""
    scores = [network.forward(examples.batch(part)).log_softmax(-1)[:, :, 0].sum(1) for part in examples.batches(indices)]
    return 1 - torch.cat(scores).exp().cpu().numpy()


@torch.no_grad()
def evaluate(network, examples, name):
    """Prints how the network does over what is held out: its loss, how often it finds exactly the right words where they are, and whether it prefers them to what it finds elsewhere."""
    indices = np.nonzero(examples.is_held_out)[0]
    losses, scores, right = [], [], []
    for part in examples.batches(indices):
        batch = examples.batch(part)
        logits = network.forward(batch)
        losses.append(-logits.log_softmax(-1).gather(2, batch['targets'][:, :, None]).squeeze(2).mean(1))
        for some, targets in zip(logits.split(64), batch['targets'].split(64)):
            pairs = some[:, 0, :, None] + some[:, 1, None, :]
            may = torch.ones_like(pairs[0], dtype=torch.bool).triu().tril(LONGEST_ANSWER - 1)
            may[0] = False
            best, place = pairs.masked_fill(~may, -1e5).flatten(1).max(1)
            scores.append(best - pairs[:, 0, 0])
            right.append((place // MOST_PIECES == targets[:, 0]) & (place % MOST_PIECES == targets[:, 1]))
    losses, scores, right = (torch.cat(x).cpu().numpy() for x in (losses, scores, right))
    kinds, answered, others = examples.kinds[indices], {}, {}
    for question, kind, score, is_right in zip(examples.questions[indices], kinds, scores, right):
        if kind == ANSWERED:
            answered.setdefault(question, (score, is_right))
        else:
            others[question] = max(score, others.get(question, -math.inf))
    first = [is_right and score > max(0, others.get(question, 0)) for question, (score, is_right) in answered.items()]
    log(f'{name}: loss {losses[kinds == ANSWERED].mean():.3f} at answers, {losses[kinds != ANSWERED].mean():.3f} elsewhere, '
        f'{right[kinds == ANSWERED].mean():.3f} exactly right where the answer is, {np.mean(first):.3f} of the questions before all that is elsewhere')


def train(network, examples, hard, seconds, rate, warm_up, teacher=None):
    matrices, vectors = ([v for v in network.weights.values() if (v.dim() > 1) == is_matrix] for is_matrix in (True, False))
    adam = torch.optim.AdamW([{'params': matrices, 'weight_decay': 0.01}, {'params': vectors, 'weight_decay': 0}], lr=rate, betas=(0.9, 0.99), fused=CUDA)
    random, began, step, done, losses = np.random.default_rng(1 if teacher is None else 2), time.time(), 0, 0.0, []
    network.is_training = True
    with ThreadPoolExecutor(1) as aside:
        following = aside.submit(examples.one_pass, random, hard)
        while done < 1:
            order, following = following.result(), aside.submit(examples.one_pass, random, hard)
            for part in examples.batches(order):
                if step % 8 == 0 and CUDA:
                    torch.cuda.synchronize()        # the clock is of what is done, not of what waits
                done = (time.time() - began) / seconds
                if done >= 1:
                    break
                for group in adam.param_groups:
                    group['lr'] = rate * min(done / warm_up, (1 - done) / (1 - warm_up))
                batch = examples.batch(part)
                logits = network.forward(batch)
                loss = F.cross_entropy(logits.flatten(0, 1), batch['targets'].flatten())
                losses.append(loss.detach())
                if teacher is not None:
                    with torch.no_grad():
                        taught = teacher.forward(batch).log_softmax(-1)
                    loss = 0.3 * loss + 0.7 * F.kl_div(logits.log_softmax(-1), taught, log_target=True, reduction='none').sum(-1).mean()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(matrices + vectors, 1.0)
                adam.step()
                adam.zero_grad(set_to_none=True)
                step += 1
                if step % 500 == 0:
                    log(f'step {step}, {done:.0%}, loss {torch.stack(losses[-200:]).mean().item():.3f}')
    network.is_training = False
    log(f'{step} steps, {step * TOKENS / 1e6:.0f} million pieces')


def main(examples_path, weights_path, output, deep_seconds=275.0, student_seconds=260.0):
    torch.manual_seed(1)
    examples, weights = Examples(examples_path), read_weights(weights_path)
    reader = Network(weights)
    evaluate(reader, examples, 'the reader it begins with')
    hard = np.zeros(len(examples.kinds), np.float32)
    negative = np.nonzero(~examples.is_held_out & np.isin(examples.kinds, (ELSEWHERE, UNANSWERED)))[0]
    hard[negative] = chances(reader, examples, negative)
    deep = Network(reader.deeper(), dropout=0.1)
    train(deep, examples, hard, float(deep_seconds), rate=2.2e-4, warm_up=0.06)
    evaluate(deep, examples, 'the deeper one')
    student = Network(weights)
    train(student, examples, hard, float(student_seconds), rate=3.2e-4, warm_up=0.05, teacher=deep)
    evaluate(student, examples, 'the student')
    write_weights(student.weights, output)


if __name__ == '__main__':
    if len(sys.argv) not in (4, 6):
        sys.exit(__doc__)
    main(*sys.argv[1:])
